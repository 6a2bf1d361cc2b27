package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.event.RuleBasis;
import dev.pairtrail.domain.rules.Missing;
import dev.pairtrail.domain.rules.RangeRule;
import dev.pairtrail.domain.rules.Span;
import dev.pairtrail.domain.rules.TicketTerms;
import dev.pairtrail.domain.why.Refusal;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** Each lies within a span that is looser the longer it waited. */
record Within(RangeRule rule, Steps min, Steps max, int slot) implements Criterion {

  static Within of(RangeRule rule, int slot) {
    return new Within(
        rule,
        Steps.of(rule.limit(), Span::min, Double.NEGATIVE_INFINITY),
        Steps.of(rule.limit(), Span::max, Double.POSITIVE_INFINITY),
        slot);
  }

  @Override
  public Object facet(TicketTerms terms, List<Player> players) {
    return terms.number(players, rule.attribute(), rule.party()).orElse(Double.NaN);
  }

  private double value(Waiting ticket) {
    return ticket.facet(slot) instanceof Double number ? number : Double.NaN;
  }

  @Override
  public boolean admits(List<Waiting> others, Waiting candidate, Moment moment) {
    double value = value(candidate);
    long wait = moment.wait(candidate);
    return Double.isNaN(value)
        ? rule.missing() == Missing.ANY
        : value >= min.at(wait) && value <= max.at(wait);
  }

  @Override
  public Refusal refusal(Waiting one, Waiting other, Moment moment) {
    Waiting who = admits(List.of(), one, moment) ? other : one;
    double value = value(who);
    long wait = moment.wait(who);
    return Double.isNaN(value)
        ? new Refusal.Lacking(rule.name(), rule.attribute(), who.id())
        : new Refusal.Outside(
            rule.name(), rule.attribute(), who.id(), value, new Span(min.at(wait), max.at(wait)));
  }

  @Override
  public RuleBasis measure(List<Waiting> match, Moment moment) {
    DoubleSummaryStatistics values =
        match.stream()
            .mapToDouble(this::value)
            .filter(value -> !Double.isNaN(value))
            .summaryStatistics();
    return values.getCount() == 0
        ? Measures.nothing(rule.name())
        : Measures.basis(
            rule.name(),
            values.getMax(),
            Measures.least(max, match, moment),
            rule.attribute() + " from " + values.getMin() + " to " + values.getMax());
  }

  @Override
  public double quality(List<Waiting> match, Moment moment) {
    return Double.NaN;
  }
}
