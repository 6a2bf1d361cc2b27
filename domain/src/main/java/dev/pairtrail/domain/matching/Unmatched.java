package dev.pairtrail.domain.matching;

import org.jspecify.annotations.Nullable;

/**
 * The tickets of a pool that sort by a value and are not matched yet, while a pass tries all seeds.
 * They are linked, so that a step to a neighbour passes over all who were matched meanwhile. Not
 * thread-safe.
 */
final class Unmatched {
  private final Waiting[] tickets;
  private final double[] values;

  /** Of each ticket that is left, and of the place after the last, the one before; -1 for none. */
  private final int[] previous;

  /** Of each ticket that is left the one after it, the number of all for none; of others -1. */
  private final int[] next;

  private final boolean wholePool;

  /** Where a ticket was found last, as one is asked for several times in a row. */
  private int found;

  /**
   * @param all to begin with
   * @param wholePool whether all tickets of the pool have a value
   */
  Unmatched(SortedBlocks<Waiting> all, boolean wholePool) {
    this.wholePool = wholePool;
    tickets = new Waiting[all.size()];
    values = new double[tickets.length];
    previous = new int[tickets.length + 1];
    next = new int[tickets.length];
    int at = 0;
    for (Waiting ticket : all) {
      tickets[at] = ticket;
      values[at] = ticket.value();
      previous[at] = at - 1;
      next[at] = at + 1;
      at++;
    }
    previous[at] = at - 1;
  }

  /** Whether no other ticket waits in the pool. */
  boolean isWholePool() {
    return wholePool;
  }

  /** Whether a ticket of the pool that has a value is left. */
  boolean has(Waiting ticket) {
    return next[indexOf(ticket)] >= 0;
  }

  /** Takes out a ticket that is left. */
  void remove(Waiting ticket) {
    int at = indexOf(ticket);
    if (previous[at] >= 0) {
      next[previous[at]] = next[at];
    }
    previous[next[at]] = previous[at];
    next[at] = -1;
  }

  /** Stands before the first of those that are left and have the value of this one, who is too. */
  SortedCursor<Waiting> at(Waiting ticket) {
    int first = indexOf(ticket);
    while (previous[first] >= 0 && Double.compare(values[previous[first]], values[first]) == 0) {
      first = previous[first];
    }
    return new Place(first);
  }

  private int indexOf(Waiting ticket) {
    if (!tickets[found].equals(ticket)) {
      found = search(ticket);
    }
    return found;
  }

  private int search(Waiting ticket) {
    int low = 0;
    int high = tickets.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int byValue = Double.compare(values[middle], ticket.value());
      if (byValue < 0 || (byValue == 0 && Waiting.BY_WAIT.compare(tickets[middle], ticket) < 0)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private final class Place implements SortedCursor<Waiting> {
    private int at;

    Place(int at) {
      this.at = at;
    }

    @Override
    public SortedCursor<Waiting> copy() {
      return new Place(at);
    }

    @Override
    public @Nullable Waiting after() {
      return at < tickets.length ? tickets[at] : null;
    }

    @Override
    public @Nullable Waiting before() {
      return previous[at] >= 0 ? tickets[previous[at]] : null;
    }

    @Override
    public void forward() {
      at = next[at];
    }

    @Override
    public void back() {
      at = previous[at];
    }
  }
}
