package dev.pairtrail.benchmarks.matcher;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The least that a matcher can do: sorts tickets by rating and takes each so many in a row whose
 * ratings are near enough. No waits, no reasons, nothing kept.
 */
final class SortAndSweep {
  /** A ticket with nothing but what is needed here. */
  record Entry(String id, double rating) {}

  private SortAndSweep() {}

  static List<List<Entry>> match(List<Entry> tickets, int perMatch, double window) {
    List<Entry> sorted = new ArrayList<>(tickets);
    sorted.sort(Comparator.comparingDouble(Entry::rating));
    List<List<Entry>> matches = new ArrayList<>();
    for (int i = 0; i + perMatch <= sorted.size(); ) {
      if (sorted.get(i + perMatch - 1).rating() - sorted.get(i).rating() <= window) {
        matches.add(List.copyOf(sorted.subList(i, i + perMatch)));
        i += perMatch;
      } else {
        i++;
      }
    }
    return matches;
  }
}
