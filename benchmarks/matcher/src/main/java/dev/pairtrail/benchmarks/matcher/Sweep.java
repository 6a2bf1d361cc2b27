package dev.pairtrail.benchmarks.matcher;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sort and sweep, once a second: each so many in a row that the windows allow. */
final class Sweep implements Matchmaker {
  private final int size;
  private List<Arrival> waiting = new ArrayList<>();

  Sweep(int perTeam) {
    size = 2 * perTeam;
  }

  @Override
  public long tick() {
    return 1000;
  }

  @Override
  public void arrive(Arrival player) {
    waiting.add(player);
  }

  @Override
  public List<Matched> match(long now) {
    List<Matched> matches = new ArrayList<>();
    List<Arrival> left = new ArrayList<>();
    waiting.sort(Comparator.comparingDouble(Arrival::rating));
    int i = 0;
    while (i < waiting.size()) {
      if (i + size <= waiting.size() && isAllowed(waiting.subList(i, i + size), now)) {
        matches.add(new Matched(draft(waiting.subList(i, i + size)), now));
        i += size;
      } else {
        left.add(waiting.get(i++));
      }
    }
    waiting = left;
    return matches;
  }

  private static boolean isAllowed(List<Arrival> group, long now) {
    double spread = group.getLast().rating() - group.getFirst().rating();
    return group.stream().allMatch(p -> spread <= NearestFirst.window(p, now));
  }

  /** Divides a sorted group as a draft does: one, two, two and so on. */
  static List<Arrival> draft(List<Arrival> group) {
    List<Arrival> first = new ArrayList<>();
    List<Arrival> second = new ArrayList<>();
    for (int i = 0; i < group.size(); i++) {
      (i % 4 == 0 || i % 4 == 3 ? first : second).add(group.get(i));
    }
    while (first.size() > second.size()) {
      second.add(first.removeLast());
    }
    while (second.size() > first.size()) {
      first.add(second.removeLast());
    }
    first.addAll(second);
    return first;
  }
}
