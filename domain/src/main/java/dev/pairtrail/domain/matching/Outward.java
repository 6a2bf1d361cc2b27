package dev.pairtrail.domain.matching;

import java.util.Iterator;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Walks the buckets of an index outward from a value; two at one distance come as one. */
final class Outward implements Iterator<NavigableSet<Waiting>> {
  private final NavigableMap<Double, NavigableSet<Waiting>> index;
  private final double centre;
  private final double window;
  private @Nullable Entry<Double, NavigableSet<Waiting>> below;
  private @Nullable Entry<Double, NavigableSet<Waiting>> above;

  Outward(NavigableMap<Double, NavigableSet<Waiting>> index, double centre, double window) {
    this.index = index;
    this.centre = centre;
    this.window = window;
    below = within(index.floorEntry(centre));
    above = within(index.higherEntry(centre));
  }

  @Override
  public boolean hasNext() {
    return below != null || above != null;
  }

  @Override
  public NavigableSet<Waiting> next() {
    var low = below;
    var high = above;
    if (low != null && (high == null || distance(low) < distance(high))) {
      below = within(index.lowerEntry(low.getKey()));
      return low.getValue();
    }
    if (high == null) {
      throw new NoSuchElementException();
    }
    above = within(index.higherEntry(high.getKey()));
    if (low == null || distance(low) > distance(high)) {
      return high.getValue();
    }
    below = within(index.lowerEntry(low.getKey()));
    NavigableSet<Waiting> both = new TreeSet<>(low.getValue());
    both.addAll(high.getValue());
    return both;
  }

  private @Nullable Entry<Double, NavigableSet<Waiting>> within(
      @Nullable Entry<Double, NavigableSet<Waiting>> entry) {
    return entry != null && distance(entry) <= window ? entry : null;
  }

  private double distance(Entry<Double, NavigableSet<Waiting>> entry) {
    return Math.abs(entry.getKey() - centre);
  }
}
