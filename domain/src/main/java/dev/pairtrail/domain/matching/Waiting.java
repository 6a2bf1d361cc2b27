package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.TicketId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A waiting ticket as the matcher sees it. Compared by identity: each wait has one. */
public final class Waiting {
  /** Longest wait first, then the ticket id. */
  static final Comparator<Waiting> BY_WAIT = Waiting::compareByWait;

  /** The same; whoever comes has waited least, and is hardly searched for. */
  static final SortOrder<Waiting> WAIT_ORDER = SortOrder.by(BY_WAIT);

  /** By the number that the index sorts by, NaN last, then as {@link #BY_WAIT}. */
  static final SortOrder<Waiting> VALUE_ORDER =
      SortOrder.by(Waiting::valueKey, Waiting::compareByValue);

  /** The least of all ids. */
  private static final TicketId FIRST_ID = new TicketId("-");

  private static final @Nullable Object[] NOTHING = {Partition.NONE};

  private final TicketId id;
  private final Instant since;
  private final double value;
  private final int size;
  private final @Nullable Object[] facets;

  /**
   * @param size how many players it has
   * @param value what the index sorts by; NaN where there is none
   * @param facets the partition, then what each criterion compares, in its own form; best as one
   *     array for all who have the same
   */
  Waiting(TicketId id, Instant since, int size, double value, @Nullable Object[] facets) {
    this.id = id;
    this.since = since;
    this.size = size;
    this.value = value;
    this.facets = facets;
  }

  /** A search ends at the very ticket, whose id need not be read twice. */
  private static int compareByWait(Waiting a, Waiting b) {
    int bySince = a.since.compareTo(b.since);
    return bySince != 0 || a.equals(b) ? bySince : a.id.compareTo(b.id);
  }

  private static int compareByValue(Waiting a, Waiting b) {
    int byValue = Double.compare(a.value, b.value);
    return byValue != 0 ? byValue : compareByWait(a, b);
  }

  /** Half the digits tell most numbers apart; their bits sort as they do, but for the sign. */
  private static int valueKey(Waiting ticket) {
    int bits = Float.floatToIntBits((float) ticket.value);
    return bits ^ ((bits >> (Integer.SIZE - 1)) & Integer.MAX_VALUE);
  }

  /** Sorts before every ticket that waits since then. */
  static Waiting firstSince(Instant since) {
    return new Waiting(FIRST_ID, since, 0, Double.NaN, NOTHING);
  }

  /** Sorts before every ticket of that value. */
  static Waiting firstOf(double value) {
    return new Waiting(FIRST_ID, Instant.MIN, 0, value, NOTHING);
  }

  /** Sorts where the ticket of that id and wait does. */
  static Waiting keyOf(TicketId id, Instant since) {
    return new Waiting(id, since, 0, Double.NaN, NOTHING);
  }

  /** Stands for a place in the index that no ticket has. */
  static Waiting at(Instant since, Partition partition, double value) {
    return new Waiting(FIRST_ID, since, 0, value, new Object[] {partition});
  }

  public TicketId id() {
    return id;
  }

  /** When its wait began. */
  public Instant since() {
    return since;
  }

  public int size() {
    return size;
  }

  /** Only tickets with an equal one can meet. */
  Partition partition() {
    return (Partition) Objects.requireNonNull(facets[0]);
  }

  double value() {
    return value;
  }

  boolean hasValue() {
    return !Double.isNaN(value);
  }

  /** What the criterion of this slot compares, from 0 on. */
  @Nullable Object facet(int slot) {
    return facets[slot + 1];
  }

  /** Of the id, as the hash that an object has by itself is slow to make. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public String toString() {
    return id.value() + " since " + since;
  }
}
