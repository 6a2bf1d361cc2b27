package dev.pairtrail.domain.matching;

import java.util.ArrayList;
import java.util.List;

/** The teams of a match while they fill. */
final class Sides {
  private final TeamRules rules;
  private final List<List<Waiting>> teams = new ArrayList<>();
  private final int[] free;
  private final double[] sums;
  private final int[] counts;
  private final int[][] heads;

  /** Empty teams. */
  Sides(TeamRules rules) {
    this(rules, List.of(), rules.sizes());
  }

  /**
   * @param there who is in each team already; none to begin with empty teams
   * @param places how many more each team takes
   */
  Sides(TeamRules rules, List<List<Waiting>> there, int[] places) {
    this.rules = rules;
    int size = rules.specs().size();
    free = places.clone();
    sums = new double[size];
    counts = new int[size];
    heads = new int[size][rules.counts().size()];
    for (int team = 0; team < size; team++) {
      teams.add(new ArrayList<>());
      if (!there.isEmpty()) {
        for (Waiting ticket : there.get(team)) {
          put(team, ticket);
          free[team] += ticket.size();
        }
      }
    }
  }

  List<List<Waiting>> teams() {
    return teams;
  }

  /** How many of a ticket's players have the number that is to be even. */
  int countOf(Waiting ticket) {
    return rules.balances().isEmpty()
        ? ticket.hasValue() ? ticket.size() : 0
        : rules.balances().getFirst().of(ticket).count();
  }

  private double sumOf(Waiting ticket) {
    return rules.balances().isEmpty()
        ? ticket.hasValue() ? ticket.value() * ticket.size() : 0
        : rules.balances().getFirst().of(ticket).sum();
  }

  /** The average number of a ticket; 0 where none of its players has one. */
  double strengthOf(Waiting ticket) {
    int count = countOf(ticket);
    return count == 0 ? 0 : sumOf(ticket) / count;
  }

  /**
   * Of empty teams of the same size only the first, as the others would come to the same.
   *
   * @param order gets the teams, as long as there are teams
   * @return how many it got
   */
  int mostFreeFirst(int[] order) {
    int length = 0;
    for (int team = 0; team < free.length; team++) {
      if (!isTwinOfEarlier(team)) {
        int at = length++;
        while (at > 0 && isBefore(team, order[at - 1])) {
          order[at] = order[at - 1];
          at--;
        }
        order[at] = team;
      }
    }
    return length;
  }

  private boolean isTwinOfEarlier(int team) {
    if (!teams.get(team).isEmpty()) {
      return false;
    }
    for (int other = 0; other < team; other++) {
      if (teams.get(other).isEmpty() && free[other] == free[team] && rules.areAlike(other, team)) {
        return true;
      }
    }
    return false;
  }

  private boolean isBefore(int team, int other) {
    return free[team] != free[other] ? free[team] > free[other] : sums[team] < sums[other];
  }

  /** Whether the team has the places, and room for as many of each kind. */
  boolean takes(int team, Waiting ticket, long youngest) {
    if (free[team] < ticket.size()) {
      return false;
    }
    for (int i = 0; i < heads[team].length; i++) {
      HeadCount rule = rules.counts().get(i);
      if (heads[team][i] + rule.of(ticket) > rule.most().at(youngest)) {
        return false;
      }
    }
    return true;
  }

  void put(int team, Waiting ticket) {
    teams.get(team).add(ticket);
    change(team, ticket, 1);
  }

  /** Takes the last one that was put there out again. */
  void take(int team, Waiting ticket) {
    teams.get(team).removeLast();
    change(team, ticket, -1);
  }

  private void change(int team, Waiting ticket, int sign) {
    free[team] -= sign * ticket.size();
    sums[team] += sign * sumOf(ticket);
    counts[team] += sign * countOf(ticket);
    for (int i = 0; i < heads[team].length; i++) {
      heads[team][i] += sign * rules.counts().get(i).of(ticket);
    }
  }

  /** How far the averages are apart; teams in which nobody has a number are left out. */
  double difference() {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int team = 0; team < free.length; team++) {
      if (counts[team] > 0) {
        double average = sums[team] / counts[team];
        lowest = Math.min(lowest, average);
        highest = Math.max(highest, average);
      }
    }
    return highest < lowest ? 0 : highest - lowest;
  }

  /** Whether each team has enough players, and enough of each kind. */
  boolean areLargeEnough(Level level, long youngest) {
    for (int team = 0; team < free.length; team++) {
      if (rules.specs().get(team).maxPlayers() - free[team] < level.fewest(team)) {
        return false;
      }
      for (int i = 0; i < heads[team].length; i++) {
        if (heads[team][i] < rules.counts().get(i).fewest().at(youngest)) {
          return false;
        }
      }
    }
    return true;
  }
}
