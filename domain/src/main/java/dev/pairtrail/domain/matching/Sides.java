package dev.pairtrail.domain.matching;

import java.util.List;

/** The teams of a match while they fill: what those in each come to. */
final class Sides {
  private final TeamRules rules;
  private final long youngest;
  private final int[] free;
  private final int[] tickets;
  private final double[] sums;
  private final int[] counts;
  private final int[][] heads;

  /** Of each rule on a kind of player, how many a team may have. */
  private final double[] mostHeads;

  /**
   * @param there who is in each team already; none to begin with empty teams
   * @param places how many more each team takes
   * @param youngest the shortest wait of all who are there or come, in milliseconds
   */
  Sides(TeamRules rules, List<List<Waiting>> there, int[] places, long youngest) {
    this.rules = rules;
    this.youngest = youngest;
    int size = places.length;
    free = places.clone();
    tickets = new int[size];
    sums = new double[size];
    counts = new int[size];
    heads = new int[size][rules.counts().size()];
    mostHeads = rules.counts().stream().mapToDouble(rule -> rule.most().at(youngest)).toArray();
    for (int team = 0; team < there.size(); team++) {
      for (Waiting ticket : there.get(team)) {
        change(team, Share.of(ticket, rules), 1);
        free[team] += ticket.size();
      }
    }
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
    if (tickets[team] > 0) {
      return false;
    }
    for (int other = 0; other < team; other++) {
      if (tickets[other] == 0 && free[other] == free[team] && rules.areAlike(other, team)) {
        return true;
      }
    }
    return false;
  }

  private boolean isBefore(int team, int other) {
    return free[team] != free[other] ? free[team] > free[other] : sums[team] < sums[other];
  }

  /** Whether the team has the places, and room for as many of each kind. */
  boolean takes(int team, Share share) {
    if (free[team] < share.size()) {
      return false;
    }
    for (int i = 0; i < mostHeads.length; i++) {
      if (heads[team][i] + share.heads(i) > mostHeads[i]) {
        return false;
      }
    }
    return true;
  }

  void put(int team, Share share) {
    change(team, share, 1);
  }

  void take(int team, Share share) {
    change(team, share, -1);
  }

  private void change(int team, Share share, int sign) {
    free[team] -= sign * share.size();
    tickets[team] += sign;
    sums[team] += sign * share.sum();
    counts[team] += sign * share.count();
    for (int i = 0; i < mostHeads.length; i++) {
      heads[team][i] += sign * share.heads(i);
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
  boolean areLargeEnough(Level level) {
    for (int team = 0; team < free.length; team++) {
      if (rules.sizes()[team] - free[team] < level.fewest(team)) {
        return false;
      }
      for (int i = 0; i < mostHeads.length; i++) {
        if (heads[team][i] < rules.counts().get(i).fewest().at(youngest)) {
          return false;
        }
      }
    }
    return true;
  }
}
