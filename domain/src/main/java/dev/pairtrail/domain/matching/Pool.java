package dev.pairtrail.domain.matching;

import static dev.pairtrail.domain.matching.Waiting.BY_WAIT;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The waiting tickets of one partition, by the number that the index sorts by, or else by wait. */
final class Pool {
  private final @Nullable Object[] partition;
  private final SortedBlocks<Waiting> byValue = new SortedBlocks<>(Waiting.VALUE_ORDER);
  private final SortedBlocks<Waiting> withoutValue = new SortedBlocks<>(Waiting.WAIT_ORDER);
  private final Supply supply;

  /**
   * @param partition the values that its tickets have in common
   * @param counts what is counted of them
   */
  Pool(Partition partition, List<HeadCount> counts) {
    this.partition = new @Nullable Object[] {partition};
    supply = new Supply(counts);
  }

  /** What there is for matches; to be copied by who takes from it. */
  Supply supply() {
    return supply;
  }

  /** The values that its tickets have in common, in an array for all of them. */
  @Nullable Object[] partition() {
    return partition;
  }

  void add(Waiting ticket) {
    if (of(ticket).add(ticket)) {
      supply.add(ticket);
    }
  }

  void remove(Waiting ticket) {
    if (of(ticket).remove(ticket) != null) {
      supply.remove(ticket);
    }
  }

  private SortedBlocks<Waiting> of(Waiting ticket) {
    return ticket.hasValue() ? byValue : withoutValue;
  }

  int size() {
    return byValue.size() + withoutValue.size();
  }

  boolean isEmpty() {
    return byValue.isEmpty() && withoutValue.isEmpty();
  }

  /**
   * The tickets within a window around a value, NaN for none: those with a value nearest first,
   * then those without one; ties by wait. Lazy, so that a seed that fills its match early looks at
   * few.
   */
  Iterator<Waiting> nearest(double value, double window) {
    return Double.isNaN(value)
        ? byWait()
        : nearest(byValue.at(Waiting.firstOf(value)), value, window);
  }

  private Iterator<Waiting> nearest(SortedCursor<Waiting> start, double value, double window) {
    Iterator<Waiting> near = new Outward(start, value, window);
    return withoutValue.isEmpty() ? near : new Chain(near, withoutValue.iterator());
  }

  /** The same around a ticket, of those with a value only among these. */
  Iterator<Waiting> nearest(Waiting ticket, double window, Unmatched left) {
    return ticket.hasValue() ? nearest(left.at(ticket), ticket.value(), window) : byWait();
  }

  /** Its tickets that have a value. */
  Unmatched unmatched() {
    return new Unmatched(byValue, withoutValue.isEmpty());
  }

  private Iterator<Waiting> byWait() {
    if (byValue.isEmpty()) {
      return withoutValue.iterator();
    }
    List<Waiting> all = new ArrayList<>();
    withoutValue.forEach(all::add);
    byValue.forEach(all::add);
    all.sort(BY_WAIT);
    return all.iterator();
  }

  private record Chain(Iterator<Waiting> first, Iterator<Waiting> second)
      implements Iterator<Waiting> {
    @Override
    public boolean hasNext() {
      return first.hasNext() || second.hasNext();
    }

    @Override
    public Waiting next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return first.hasNext() ? first.next() : second.next();
    }
  }
}
