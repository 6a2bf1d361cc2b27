package dev.pairtrail.benchmarks.matcher;

import java.util.List;

/**
 * A match.
 *
 * @param players those of the first team, then those of the second
 * @param at milliseconds from the beginning
 */
record Matched(List<Arrival> players, long at) {

  double spread() {
    var ratings = players.stream().mapToDouble(Arrival::rating).summaryStatistics();
    return ratings.getMax() - ratings.getMin();
  }

  double teamDifference(int perTeam) {
    return Math.abs(
        average(players.subList(0, perTeam)) - average(players.subList(perTeam, players.size())));
  }

  private static double average(List<Arrival> team) {
    return team.stream().mapToDouble(Arrival::rating).average().orElse(0);
  }
}
