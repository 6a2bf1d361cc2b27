package dev.pairtrail.domain.matching;

import static dev.pairtrail.domain.matching.Waiting.BY_WAIT;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The waiting tickets of one partition, by wait and by the number that the distance rule compares.
 */
final class Pool {
  private final NavigableMap<Double, NavigableSet<Waiting>> byValue = new TreeMap<>();
  private final NavigableSet<Waiting> withoutValue = new TreeSet<>(BY_WAIT);

  void add(Waiting ticket) {
    if (ticket.value().isPresent()) {
      byValue
          .computeIfAbsent(ticket.value().getAsDouble(), _ -> new TreeSet<>(BY_WAIT))
          .add(ticket);
    } else {
      withoutValue.add(ticket);
    }
  }

  void remove(Waiting ticket) {
    if (ticket.value().isPresent()) {
      byValue.computeIfPresent(
          ticket.value().getAsDouble(),
          (_, bucket) -> bucket.remove(ticket) && bucket.isEmpty() ? null : bucket);
    } else {
      withoutValue.remove(ticket);
    }
  }

  boolean isEmpty() {
    return byValue.isEmpty() && withoutValue.isEmpty();
  }

  /**
   * The tickets within a window around the given one, itself among them: those with a value nearest
   * first, then those without one; ties by wait. Lazy, so that a seed that fills its match early
   * looks at few.
   */
  Iterable<Waiting> nearest(Waiting centre, double window) {
    if (centre.value().isEmpty()) {
      return this::byWait;
    }
    double value = centre.value().getAsDouble();
    return () ->
        Stream.concat(
                stream(new Outward(byValue, value, window)).flatMap(NavigableSet::stream),
                withoutValue.stream())
            .iterator();
  }

  /** Adds those in the interval, and those without a value, whom any window reaches. */
  void addWithin(Reach reach, Set<Waiting> target) {
    byValue.subMap(reach.from(), true, reach.to(), true).values().forEach(target::addAll);
    target.addAll(withoutValue);
  }

  private Iterator<Waiting> byWait() {
    if (byValue.isEmpty()) {
      return withoutValue.iterator();
    }
    List<Waiting> all = new ArrayList<>(withoutValue);
    byValue.values().forEach(all::addAll);
    all.sort(BY_WAIT);
    return all.iterator();
  }

  private static <T> Stream<T> stream(Iterator<T> iterator) {
    return Stream.iterate(iterator, Iterator::hasNext, i -> i).map(Iterator::next);
  }
}
