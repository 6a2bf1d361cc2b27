package dev.pairtrail.domain.property;

import static dev.pairtrail.domain.fixture.Rules.rules;
import static dev.pairtrail.domain.fixture.Rules.step;

import dev.pairtrail.domain.fixture.Rules;
import dev.pairtrail.domain.rules.DistanceRule.Missing;
import dev.pairtrail.domain.rules.DistanceRule.Party;
import dev.pairtrail.domain.rules.RuleSet;
import java.util.List;

/** The rule sets that the properties are tried with. */
final class Crowds {
  static final RuleSet ANYBODY = rules().ticketTimeout(60).joinTimeout(8).build();

  static final RuleSet RANKED =
      declared()
          .partition("mode")
          .distance(0.3, Missing.ANY, step(5, 0.7), step(12, 1.1))
          .ticketTimeout(40)
          .joinTimeout(8)
          .build();

  static final RuleSet STRICT =
      declared().distance(0.3, Missing.REJECT, step(4, 1.4)).manualStart().joinTimeout(6).build();

  static final RuleSet PAIRS = declared().teams(2, 2).distance(0.8, Party.MAX).build();

  static final RuleSet TRIOS =
      declared()
          .teams(3, 3)
          .distance(0.7, Missing.ANY, step(5, 1.2), step(10, 2.5))
          .ticketTimeout(25)
          .joinTimeout(8)
          .build();

  static final RuleSet THREE_SIDES =
      declared().teams(1, 2, 1).distance(0.6, Missing.ANY, step(5, 1.5)).ticketTimeout(15).build();

  /** Narrow at first and wide later, so that many wait and many are in the way of others. */
  static final RuleSet BLOCKED =
      declared().teams(1, 1, 1).distance(0.1, Missing.REJECT, step(9, 1.0)).build();

  static final List<RuleSet> DUELS = List.of(ANYBODY, RANKED, STRICT);
  static final List<RuleSet> ALL =
      List.of(ANYBODY, RANKED, STRICT, PAIRS, TRIOS, THREE_SIDES, BLOCKED);

  private Crowds() {}

  private static Rules declared() {
    return rules().text("mode").number("rating");
  }
}
