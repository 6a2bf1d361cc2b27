package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.rules.TeamDifferenceRule;
import java.util.List;

/** The averages of the teams are at most so far apart; a ticket's facet has its {@link Sum}. */
record Balance(TeamDifferenceRule rule, Steps widest, int slot) {

  static Balance of(TeamDifferenceRule rule, int slot) {
    return new Balance(rule, Steps.of(rule.limit(), max -> max, Double.POSITIVE_INFINITY), slot);
  }

  /** The sum of some players' numbers, and how many have one. */
  record Sum(double sum, int count) {
    static final Sum NONE = new Sum(0, 0);
  }

  Sum of(Waiting ticket) {
    return ticket.facet(slot) instanceof Sum sum ? sum : Sum.NONE;
  }

  /** How far apart the averages are; teams in which nobody has a number are left out. */
  double difference(List<? extends List<Waiting>> teams) {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (List<Waiting> team : teams) {
      double sum = 0;
      int count = 0;
      for (Waiting ticket : team) {
        sum += of(ticket).sum();
        count += of(ticket).count();
      }
      if (count > 0) {
        lowest = Math.min(lowest, sum / count);
        highest = Math.max(highest, sum / count);
      }
    }
    return highest < lowest ? 0 : highest - lowest;
  }
}
