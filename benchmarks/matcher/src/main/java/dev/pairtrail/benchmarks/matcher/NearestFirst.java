package dev.pairtrail.benchmarks.matcher;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A nearest-first greedy, once a second: of all who wait, the tightest group that the windows allow
 * comes first, whoever waited how long.
 */
final class NearestFirst implements Matchmaker {
  private final int size;
  private final List<Arrival> waiting = new ArrayList<>();

  NearestFirst(int perTeam) {
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

  static double window(Arrival player, long now) {
    return now - player.at() >= 10_000 ? 200 : 100;
  }

  @Override
  public List<Matched> match(long now) {
    List<Matched> matches = new ArrayList<>();
    waiting.sort(Comparator.comparingDouble(Arrival::rating));
    for (int at = tightest(now); at >= 0; at = tightest(now)) {
      List<Arrival> group = waiting.subList(at, at + size);
      matches.add(new Matched(Sweep.draft(group), now));
      group.clear();
    }
    return matches;
  }

  private int tightest(long now) {
    int best = -1;
    double narrowest = Double.POSITIVE_INFINITY;
    for (int i = 0; i + size <= waiting.size(); i++) {
      List<Arrival> group = waiting.subList(i, i + size);
      double spread = group.getLast().rating() - group.getFirst().rating();
      if (spread < narrowest && group.stream().allMatch(p -> spread <= window(p, now))) {
        best = i;
        narrowest = spread;
      }
    }
    return best;
  }
}
