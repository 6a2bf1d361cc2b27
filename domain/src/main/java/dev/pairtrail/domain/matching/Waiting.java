package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.TicketId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A waiting ticket as the matcher sees it. Compared by identity: each wait has one. */
public final class Waiting {
  /** Longest wait first, then the ticket id. */
  static final Comparator<Waiting> BY_WAIT =
      Comparator.comparing(Waiting::since).thenComparing(Waiting::id);

  /** By the number that the index sorts by, then as {@link #BY_WAIT}. */
  static final Comparator<Waiting> BY_VALUE =
      Comparator.<Waiting>comparingDouble(t -> t.value).thenComparing(BY_WAIT);

  /** The least of all ids. */
  private static final TicketId FIRST_ID = new TicketId("-");

  private static final @Nullable Object[] NOTHING = {};

  private final TicketId id;
  private final Instant since;
  private final List<Optional<Attribute>> partition;
  private final double value;
  private final int size;
  private final @Nullable Object[] facets;

  /**
   * @param size how many players it has
   * @param partition only tickets with equal values here can meet
   * @param value what the index sorts by; NaN where there is none
   * @param facets what each criterion compares, in its own form
   */
  Waiting(
      TicketId id,
      Instant since,
      int size,
      List<Optional<Attribute>> partition,
      double value,
      @Nullable Object[] facets) {
    this.id = id;
    this.since = since;
    this.size = size;
    this.partition = partition;
    this.value = value;
    this.facets = facets;
  }

  /** Sorts before every ticket that waits since then. */
  static Waiting firstSince(Instant since) {
    return new Waiting(FIRST_ID, since, 0, List.of(), Double.NaN, NOTHING);
  }

  /** Sorts before every ticket of that value. */
  static Waiting firstOf(double value) {
    return new Waiting(FIRST_ID, Instant.MIN, 0, List.of(), value, NOTHING);
  }

  /** Sorts where the ticket of that id and wait does. */
  static Waiting keyOf(TicketId id, Instant since) {
    return new Waiting(id, since, 0, List.of(), Double.NaN, NOTHING);
  }

  /** Stands for a place in the index that no ticket has. */
  static Waiting at(Instant since, List<Optional<Attribute>> partition, double value) {
    return new Waiting(FIRST_ID, since, 0, partition, value, NOTHING);
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

  List<Optional<Attribute>> partition() {
    return partition;
  }

  double value() {
    return value;
  }

  boolean hasValue() {
    return !Double.isNaN(value);
  }

  @Nullable Object facet(int slot) {
    return facets[slot];
  }

  @Override
  public String toString() {
    return id.value() + " since " + since;
  }
}
