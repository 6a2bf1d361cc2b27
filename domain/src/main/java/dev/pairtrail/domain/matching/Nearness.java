package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.event.RuleBasis;
import dev.pairtrail.domain.rules.DistanceRule;
import dev.pairtrail.domain.rules.Missing;
import dev.pairtrail.domain.rules.TicketTerms;
import dev.pairtrail.domain.why.Refusal;
import java.util.List;

/**
 * Any two are at most a window apart, and the window of each, at its own wait, admits the other.
 * The first such rule of a queue sorts the index, so its number is at hand in each ticket.
 */
record Nearness(DistanceRule rule, Steps windows, int slot) implements Criterion {
  /** Stands for the slot of the rule that sorts the index. */
  static final int INDEXED = -1;

  static Nearness of(DistanceRule rule, int slot) {
    return new Nearness(rule, Steps.of(rule.limit(), max -> max, Double.POSITIVE_INFINITY), slot);
  }

  double value(TicketTerms terms, List<Player> players) {
    return terms.number(players, rule.attribute(), rule.party()).orElse(Double.NaN);
  }

  @Override
  public Object facet(TicketTerms terms, List<Player> players) {
    return value(terms, players);
  }

  private double value(Waiting ticket) {
    return slot == INDEXED
        ? ticket.value()
        : ticket.facet(slot) instanceof Double number ? number : Double.NaN;
  }

  /** How far from its own number a ticket looks now. */
  double window(Waiting ticket, Moment moment) {
    return windows.at(moment.wait(ticket));
  }

  @Override
  public boolean admits(List<Waiting> others, Waiting candidate, Moment moment) {
    double value = value(candidate);
    double window = window(candidate, moment);
    for (Waiting other : others) {
      if (!isNear(other, value, window, moment)) {
        return false;
      }
    }
    return true;
  }

  private boolean isNear(Waiting other, double value, double window, Moment moment) {
    double distance = Math.abs(value(other) - value);
    if (Double.isNaN(distance)) {
      return rule.missing() == Missing.ANY;
    }
    // Both have stopped insisting where both windows are infinite; if one insists, it decides.
    return distance <= window && distance <= window(other, moment);
  }

  @Override
  public Refusal refusal(Waiting one, Waiting other, Moment moment) {
    double distance = Math.abs(value(other) - value(one));
    return Double.isNaN(distance)
        ? new Refusal.Lacking(
            rule.name(), rule.attribute(), (Double.isNaN(value(one)) ? one : other).id())
        : new Refusal.Apart(
            rule.name(), rule.attribute(), distance, window(one, moment), window(other, moment));
  }

  @Override
  public RuleBasis measure(List<Waiting> match, Moment moment) {
    return Measures.basis(
        rule.name(), spread(match), Measures.least(windows, match, moment), rule.attribute());
  }

  @Override
  public double quality(List<Waiting> match, Moment moment) {
    return Measures.slack(spread(match), Measures.least(windows, match, moment));
  }

  private double spread(List<Waiting> match) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (Waiting ticket : match) {
      double value = value(ticket);
      if (!Double.isNaN(value)) {
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
    }
    return max < min ? Double.NaN : max - min;
  }
}
