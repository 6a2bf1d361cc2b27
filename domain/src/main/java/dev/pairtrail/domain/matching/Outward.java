package dev.pairtrail.domain.matching;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Walks an index outward from a value, the nearest first; at one distance, on either side, the
 * longest wait first.
 */
final class Outward implements Iterator<Waiting> {
  private final double centre;
  private final double window;
  private final SortedCursor<Waiting> above;
  private final SortedCursor<Waiting> below;

  /** Those below that have one value, the shortest wait first. */
  private final List<Waiting> run = new ArrayList<>();

  private @Nullable Waiting high;
  private @Nullable Waiting low;

  /**
   * @param start stands before the first that is not less than the centre
   */
  Outward(SortedCursor<Waiting> start, double centre, double window) {
    this.centre = centre;
    this.window = window;
    above = start;
    below = start.copy();
    high = within(above.after());
    readRun();
  }

  @Override
  public boolean hasNext() {
    return high != null || low != null;
  }

  @Override
  public Waiting next() {
    Waiting up = high;
    Waiting down = low;
    if (up != null && (down == null || isFirst(up, down))) {
      above.forward();
      high = within(above.after());
      return up;
    }
    if (down == null) {
      throw new NoSuchElementException();
    }
    nextLow();
    return down;
  }

  private boolean isFirst(Waiting up, Waiting down) {
    int byDistance = Double.compare(distance(up), distance(down));
    return byDistance != 0 ? byDistance < 0 : Waiting.BY_WAIT.compare(up, down) < 0;
  }

  private void nextLow() {
    if (run.isEmpty()) {
      readRun();
    } else {
      low = run.removeLast();
    }
  }

  private void readRun() {
    Waiting next = within(below.before());
    low = next;
    while (next != null && low != null && next.value() == low.value()) {
      run.add(next);
      below.back();
      next = below.before();
    }
    low = run.isEmpty() ? null : run.removeLast();
  }

  private @Nullable Waiting within(@Nullable Waiting ticket) {
    return ticket != null && distance(ticket) <= window ? ticket : null;
  }

  private double distance(Waiting ticket) {
    return Math.abs(ticket.value() - centre);
  }
}
