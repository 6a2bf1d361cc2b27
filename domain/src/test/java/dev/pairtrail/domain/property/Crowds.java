package dev.pairtrail.domain.property;

import static dev.pairtrail.domain.fixture.Rules.fewer;
import static dev.pairtrail.domain.fixture.Rules.limit;
import static dev.pairtrail.domain.fixture.Rules.rules;
import static dev.pairtrail.domain.fixture.Rules.step;
import static dev.pairtrail.domain.fixture.Rules.team;
import static dev.pairtrail.domain.fixture.Rules.until;

import dev.pairtrail.domain.fixture.Rules;
import dev.pairtrail.domain.rules.EqualRule;
import dev.pairtrail.domain.rules.IntersectionRule;
import dev.pairtrail.domain.rules.LatencyRule;
import dev.pairtrail.domain.rules.Missing;
import dev.pairtrail.domain.rules.Party;
import dev.pairtrail.domain.rules.RangeRule;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.rules.Span;
import dev.pairtrail.domain.rules.TeamCountRule;
import dev.pairtrail.domain.rules.TeamDifferenceRule;
import dev.pairtrail.domain.rules.TeamSizeDifferenceRule;
import java.util.List;

/** The rule sets that the properties are tried with. */
public final class Crowds {
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

  static final RuleSet ROLES =
      declared()
          .teams(2, 2)
          .distance(0.8, Missing.ANY, step(10, 2.0))
          .rule(
              new TeamCountRule(
                  "healer", "role", "healer", limit(new Span(1, 1), step(8, new Span(0, 2)))))
          .rule(new TeamCountRule("tank", "role", "tank", limit(new Span(0, 1))))
          .ticketTimeout(40)
          .joinTimeout(8)
          .build();

  static final RuleSet MAPS =
      declared()
          .teams(1, 1, 1)
          .rule(new IntersectionRule("map", "maps", until(14, 2, step(6, 1)), Missing.ANY))
          .distance(1.0, Missing.ANY, step(9, 3.0))
          .joinTimeout(8)
          .build();

  static final RuleSet REGIONS =
      declared()
          .rule(new LatencyRule("ping", until(20, 60, step(5, 120)), Missing.ANY))
          .rule(new EqualRule("mode", "mode", until(12, true), Missing.REJECT))
          .rule(
              new RangeRule(
                  "level",
                  "rating",
                  Party.MIN,
                  limit(new Span(-1, 1), step(7, new Span(-2, 2))),
                  Missing.ANY))
          .ticketTimeout(60)
          .build();

  static final RuleSet UNEVEN =
      declared()
          .teams(
              List.of(
                  team("red", 1, 3, fewer(6, 2), fewer(12, 1)),
                  team("blue", 1, 3, fewer(6, 2), fewer(12, 1))))
          .rule(new TeamSizeDifferenceRule("sizes", limit(0, step(15, 1))))
          .rule(new TeamDifferenceRule("even", "rating", until(25, 0.4, step(5, 0.9)), Missing.ANY))
          .ticketTimeout(40)
          .joinTimeout(8)
          .build();

  static final RuleSet FREE_FOR_ALL =
      declared()
          .teams(List.of(team("all", 2, 5, fewer(8, 3), fewer(16, 2))))
          .distance(1.5, Missing.ANY)
          .rule(new LatencyRule("ping", limit(150), Missing.ANY))
          .build();

  static final RuleSet ASKED =
      declared()
          .teams(2, 2)
          .distance(1.0, Missing.ANY, step(6, 2.0))
          .acceptance(9)
          .ratings("rating")
          .ticketTimeout(50)
          .joinTimeout(12)
          .build();

  static final List<RuleSet> DUELS = List.of(ANYBODY, RANKED, STRICT);
  public static final List<RuleSet> ALL =
      List.of(
          ANYBODY,
          RANKED,
          STRICT,
          PAIRS,
          TRIOS,
          THREE_SIDES,
          BLOCKED,
          ROLES,
          MAPS,
          REGIONS,
          UNEVEN,
          FREE_FOR_ALL,
          ASKED);

  private Crowds() {}

  private static Rules declared() {
    return rules().text("mode").number("rating").list("maps").text("role");
  }
}
