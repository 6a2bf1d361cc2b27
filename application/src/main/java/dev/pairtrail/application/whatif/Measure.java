package dev.pairtrail.application.whatif;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.rules.AttributeSpec;
import dev.pairtrail.domain.rules.DistanceRule;
import dev.pairtrail.domain.rules.Party;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.rules.TicketTerms;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The number by which matches are judged, the same for both sides: that of the first distance rule,
 * else the first number attribute.
 */
final class Measure {
  private final Optional<String> attribute;
  private final Party party;
  private final TicketTerms terms;

  private Measure(Optional<String> attribute, Party party, TicketTerms terms) {
    this.attribute = attribute;
    this.party = party;
    this.terms = terms;
  }

  static Measure of(RuleSet rules) {
    Optional<DistanceRule> first = rules.rules(DistanceRule.class).stream().findFirst();
    return new Measure(
        first.map(DistanceRule::attribute).or(() -> firstNumber(rules)),
        first.map(DistanceRule::party).orElse(Party.AVG),
        new TicketTerms(rules));
  }

  private static Optional<String> firstNumber(RuleSet rules) {
    return rules.attributes().entrySet().stream()
        .filter(entry -> entry.getValue().type() == AttributeSpec.Type.NUMBER)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Empty where the rules know no number. */
  Optional<String> attribute() {
    return attribute;
  }

  /**
   * What a ticket has of it.
   *
   * @param number what stands for the ticket; NaN if nobody on it has one
   * @param sum over those players who have one
   * @param players how many have one
   */
  record Value(double number, double sum, int players) {
    static final Value NONE = new Value(Double.NaN, 0, 0);
  }

  Value of(List<Player> players) {
    return attribute.map(name -> value(players, name)).orElse(Value.NONE);
  }

  private Value value(List<Player> players, String name) {
    DoubleSummaryStatistics all = terms.numbers(players, name).summaryStatistics();
    return all.getCount() == 0
        ? Value.NONE
        : new Value(
            terms.number(players, name, party).orElse(Double.NaN),
            all.getSum(),
            Math.toIntExact(all.getCount()));
  }
}
