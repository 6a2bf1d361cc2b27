package dev.pairtrail.benchmarks.matcher;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Prints how good the matches are: Pairtrail's, a nearest-first greedy's and a sort and sweep's on
 * one recorded evening of arrivals, and on small pools against the best that exists.
 */
public final class Strength {
  private static final int SECONDS = 600;

  private Strength() {}

  public static void main(String[] arguments) {
    evening("1v1, 1 arrival/s", 1, 1.0);
    evening("1v1, 20 arrivals/s", 1, 20.0);
    evening("5v5, 10 arrivals/s", 5, 10.0);
    smallPools(1, 10);
    smallPools(2, 12);
  }

  /** Players by a Poisson process, ratings normal(1500, 300), 100 points, 200 after 10 s. */
  private static void evening(String name, int perTeam, double perSecond) {
    List<Arrival> arrivals = arrivals(perSecond);
    System.out.printf("%n%s: %d players, %d s%n", name, arrivals.size(), SECONDS);
    System.out.printf(
        "%-16s %8s %9s %9s %8s %10s%n",
        "", "matched", "wait p50", "wait p95", "spread", "team diff");
    Map<String, Matchmaker> all = new LinkedHashMap<>();
    all.put("Pairtrail", new PairtrailMatchmaker(BenchRules.widening(perTeam)));
    all.put("nearest first", new NearestFirst(perTeam));
    all.put("sort and sweep", new Sweep(perTeam));
    all.forEach((who, matchmaker) -> row(who, matchmaker, arrivals, perTeam));
  }

  private static List<Arrival> arrivals(double perSecond) {
    SplittableRandom random = new SplittableRandom(2026);
    List<Arrival> arrivals = new ArrayList<>();
    for (double at = 0; at < SECONDS; at -= Math.log(1 - random.nextDouble()) / perSecond) {
      arrivals.add(
          new Arrival(arrivals.size(), 1500 + 300 * random.nextGaussian(), (long) (at * 1000)));
    }
    return arrivals;
  }

  private static void row(String who, Matchmaker matchmaker, List<Arrival> arrivals, int perTeam) {
    List<Matched> matches = new ArrayList<>();
    int next = 0;
    for (long now = 0; now <= SECONDS * 1000L; now += matchmaker.tick()) {
      while (next < arrivals.size() && arrivals.get(next).at() <= now) {
        matchmaker.arrive(arrivals.get(next++));
      }
      matches.addAll(matchmaker.match(now));
    }
    List<Double> waits = new ArrayList<>();
    matches.forEach(match -> match.players().forEach(p -> waits.add((match.at() - p.at()) / 1e3)));
    waits.sort(null);
    System.out.printf(
        "%-16s %7.1f%% %7.1f s %7.1f s %8.1f %10.1f%n",
        who,
        100.0 * waits.size() / arrivals.size(),
        percentile(waits, 0.5),
        percentile(waits, 0.95),
        average(matches, Matched::spread),
        average(matches, match -> match.teamDifference(perTeam)));
  }

  private static double percentile(List<Double> sorted, double share) {
    return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }

  private static double average(List<Matched> matches, ToDoubleFunction<Matched> figure) {
    return matches.stream().mapToDouble(figure).average().orElse(0);
  }

  /** One pass over pools of a few, against the most matches with the least spread there are. */
  private static void smallPools(int perTeam, int players) {
    SplittableRandom random = new SplittableRandom(7);
    int pools = 2_000;
    int ours = 0;
    int best = 0;
    double ourSpread = 0;
    double bestSpread = 0;
    long ourNanos = 0;
    long bestNanos = 0;
    for (int i = 0; i < pools; i++) {
      List<Arrival> pool = new ArrayList<>();
      for (int j = 0; j < players; j++) {
        pool.add(new Arrival(j, 1500 + 150 * random.nextGaussian(), j));
      }
      long began = System.nanoTime();
      PairtrailMatchmaker matchmaker = new PairtrailMatchmaker(BenchRules.within100(perTeam));
      pool.forEach(matchmaker::arrive);
      List<Matched> found = matchmaker.match(1000);
      ourNanos += System.nanoTime() - began;
      began = System.nanoTime();
      Optimum.Best optimum = Optimum.of(pool, 2 * perTeam, 100);
      bestNanos += System.nanoTime() - began;
      ours += found.size();
      ourSpread += found.stream().mapToDouble(Matched::spread).sum();
      best += optimum.matches();
      bestSpread += optimum.spread();
    }
    System.out.printf(
        "%n%dv%d, pools of %d: %.1f%% of the matches of the optimum, spread %.1f against %.1f,"
            + " in %.0f us a pool against %.0f%n",
        perTeam,
        perTeam,
        players,
        100.0 * ours / best,
        ourSpread / ours,
        bestSpread / best,
        ourNanos / 1e3 / pools,
        bestNanos / 1e3 / pools);
  }
}
