package dev.pairtrail.domain.rules;

import static dev.pairtrail.domain.fixture.Rules.fewer;
import static dev.pairtrail.domain.fixture.Rules.limit;
import static dev.pairtrail.domain.fixture.Rules.rules;
import static dev.pairtrail.domain.fixture.Rules.step;
import static dev.pairtrail.domain.fixture.Rules.team;
import static dev.pairtrail.domain.fixture.Rules.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.fixture.Rules;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a rule may say, in meaning as well as in shape. */
class RuleCheckTest {

  @Test
  void everyKindCanBeSound() {
    finds(
        declared()
            .teams(5, 5)
            .rule(new EqualRule("mode", "mode", until(30, true), Missing.REJECT))
            .rule(
                new RangeRule(
                    "level",
                    "rating",
                    Party.AVG,
                    limit(new Span(0, 10), step(5, new Span(0, 20))),
                    Missing.ANY))
            .rule(new IntersectionRule("map", "maps", until(9, 2, step(5, 1)), Missing.REJECT))
            .rule(new LatencyRule("ping", limit(80, step(20, 150)), Missing.REJECT))
            .rule(new TeamDifferenceRule("even", "rating", limit(50.0), Missing.ANY))
            .rule(new TeamSizeDifferenceRule("sizes", limit(0)))
            .rule(new TeamCountRule("healer", "role", "healer", limit(new Span(1, 1))))
            .acceptance(15)
            .ratings("rating"));
  }

  @Test
  void aRuleComparesADeclaredAttributeOfItsType() {
    finds(
        declared()
            .rule(new EqualRule("a", "nothing", until(30, true), Missing.ANY))
            .rule(new IntersectionRule("b", "mode", limit(1), Missing.ANY))
            .rule(new TeamCountRule("c", "rating", "x", limit(new Span(0, 1))))
            .rule(new TeamDifferenceRule("d", "maps", limit(1.0), Missing.ANY)),
        "rules[0].attribute",
        "rules[1].attribute",
        "rules[2].attribute",
        "rules[3].attribute");
  }

  @Test
  void anExpansionLoosens() {
    finds(
        declared()
            .rule(new IntersectionRule("a", "maps", limit(1, step(5, 2)), Missing.ANY))
            .rule(new LatencyRule("b", limit(80, step(5, 60)), Missing.ANY))
            .rule(
                new RangeRule(
                    "c",
                    "rating",
                    Party.AVG,
                    limit(new Span(0, 9), step(5, new Span(1, 20))),
                    Missing.ANY))
            .rule(
                new TeamCountRule(
                    "d", "role", "x", limit(new Span(0, 1), step(5, new Span(0, 1))))),
        "rules[0].expand[0].min",
        "rules[1].expand[0].max_ms",
        "rules[2].expand[0].max",
        "rules[3].expand[0].max");
  }

  @Test
  void anExpansionCanBeReached() {
    finds(
        declared()
            .ticketTimeout(60)
            .rule(new LatencyRule("a", until(60, 80, step(70, 90)), Missing.ANY))
            .rule(new LatencyRule("b", until(20, 80, step(30, 90)), Missing.ANY)),
        "rules[0].expand[0].after",
        "rules[0].optional_after",
        "rules[0].optional_after",
        "rules[1].optional_after");
  }

  @Test
  void aRuleThatNothingCanSatisfyIsFound() {
    var byDefault = new AttributeSpec(AttributeSpec.Type.NUMBER, Optional.of(number(5)));
    finds(
        declared()
            .attribute("skill", byDefault)
            .teams(1, 3)
            .rule(new RangeRule("a", "skill", Party.AVG, limit(new Span(10, 20)), Missing.ANY))
            .rule(new TeamSizeDifferenceRule("b", limit(1)))
            .rule(new TeamCountRule("c", "role", "healer", limit(new Span(2, 2))))
            .rule(new IntersectionRule("d", "maps", limit(0), Missing.ANY))
            .rule(new LatencyRule("e", limit(-1), Missing.ANY)),
        "rules[0].max",
        "rules[1].max",
        "rules[2].min",
        "rules[3].min",
        "rules[4].max_ms");
  }

  @Test
  void teamsAreComparedOnlyWhereThereAreSeveral() {
    finds(
        declared().teams(4).rule(new TeamDifferenceRule("a", "rating", limit(1.0), Missing.ANY)),
        "rules[0].type");
  }

  @Test
  void fewerPlayersAreReachedByExpansionsAlone() {
    finds(declared().teams(List.of(team("red", 3, 5))), "teams[0].min_players");
    finds(
        declared().teams(List.of(team("red", 3, 5, fewer(10, 5), fewer(5, 2)))),
        "teams[0].expand[0].min_players",
        "teams[0].expand[1].after",
        "teams[0].expand[1].min_players");
    finds(declared().teams(List.of(team("red", 3, 5, fewer(10, 4), fewer(20, 3)))));
  }

  @Test
  void ratingsFillADeclaredNumber() {
    finds(declared().ratings("mode"), "ratings.attribute");
    finds(declared().acceptance(0), "acceptance.timeout");
  }

  private static Attribute number(double value) {
    return new Attribute.Numeric(value);
  }

  private static Rules declared() {
    return rules().text("mode").number("rating").list("maps").text("role");
  }

  private static void finds(Rules rules, String... paths) {
    assertThat(RuleSetCheck.violations(rules.build()))
        .extracting(Violation::path)
        .containsExactly(paths);
  }
}
