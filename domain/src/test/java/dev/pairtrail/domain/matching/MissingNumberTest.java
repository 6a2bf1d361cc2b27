package dev.pairtrail.domain.matching;

import static dev.pairtrail.domain.fixture.Asks.pass;
import static dev.pairtrail.domain.fixture.Facts.activated;
import static dev.pairtrail.domain.fixture.Facts.enqueued;
import static dev.pairtrail.domain.fixture.Facts.rated;
import static dev.pairtrail.domain.fixture.MatchFact.match;
import static dev.pairtrail.domain.fixture.Rules.limit;
import static dev.pairtrail.domain.fixture.Rules.rated;
import static dev.pairtrail.domain.fixture.Rules.rules;
import static dev.pairtrail.domain.fixture.Scenario.given;

import dev.pairtrail.domain.fixture.MatchFact;
import dev.pairtrail.domain.fixture.Scenario;
import dev.pairtrail.domain.rules.IntersectionRule;
import dev.pairtrail.domain.rules.Missing;
import dev.pairtrail.domain.rules.Party;
import dev.pairtrail.domain.rules.RangeRule;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.rules.Span;
import org.junit.jupiter.api.Test;

/** Who meets whom if some lack the number that is compared. */
class MissingNumberTest {

  @Test
  void withoutANumberAnyoneWillDo() {
    ratings()
        .and(enqueued("ann", 0), enqueued("bob", rated(1500), 1))
        .when(pass("r1"))
        .at(2)
        .then(
            match("r1")
                .red("ann")
                .blue("bob")
                .rulesVersion(1)
                .after(3)
                .waited("ann", 2)
                .waited("bob", 1, 100)
                .at(2));
  }

  @Test
  void whoHasANumberMeetsOneWithANumberFirst() {
    ratings()
        .and(enqueued("bob", rated(1500), 1), enqueued("ann", 2), enqueued("cid", rated(1550), 3))
        .when(pass("r1"))
        .at(4)
        .then(
            match("r1")
                .red("bob")
                .blue("cid")
                .rulesVersion(1)
                .after(4)
                .quality(0.5)
                .waited("bob", 3, 100)
                .waited("cid", 1, 100)
                .at(4));
  }

  @Test
  void whereTheNumberIsRequiredOneWithoutMeetsNobody() {
    given(enqueued("ann", 0), enqueued("bob", 1))
        .and(activated(1, rules().number("rating").distance(9, Missing.REJECT).build(), 2))
        .when(pass())
        .at(3)
        .thenNothing();
  }

  @Test
  void whoHasNoNumberIsNotMeasured() {
    RuleSet within =
        rules()
            .number("rating")
            .rule(new RangeRule("level", "rating", Party.AVG, limit(new Span(10, 90)), Missing.ANY))
            .build();
    under(within)
        .and(enqueued("ann", 0), enqueued("bob", rated(40), 1))
        .when(pass("r1"))
        .at(2)
        .then(
            meeting()
                .waited("ann", 2)
                .waited("bob", 1)
                .judged("level", 40, 90, "rating from 40.0 to 40.0")
                .at(2));
    under(within)
        .and(enqueued("ann", 0), enqueued("bob", 1))
        .when(pass("r1"))
        .at(2)
        .then(meeting().waited("ann", 2).waited("bob", 1).judgedNothing("level").at(2));
  }

  @Test
  void listsThatNobodyGaveAreNotMeasured() {
    under(
            rules()
                .list("maps")
                .rule(new IntersectionRule("map", "maps", limit(1), Missing.ANY))
                .build())
        .and(enqueued("ann", 0), enqueued("bob", 1))
        .when(pass("r1"))
        .at(2)
        .then(meeting().waited("ann", 2).waited("bob", 1).judgedNothing("map").at(2));
  }

  private static MatchFact meeting() {
    return match("r1").red("ann").blue("bob").rulesVersion(1).after(3);
  }

  @Test
  void theDefaultStandsInForTheNumber() {
    under(rules().number("rating", 1500).distance(100, Missing.REJECT).build())
        .and(enqueued("ann", 0), enqueued("bob", rated(1550), 1))
        .when(pass("r1"))
        .at(2)
        .then(
            match("r1")
                .red("ann")
                .blue("bob")
                .rulesVersion(1)
                .after(3)
                .quality(0.5)
                .waited("ann", 2, 100)
                .waited("bob", 1, 100)
                .at(2));
  }

  private static Scenario ratings() {
    return under(rated().build());
  }

  private static Scenario under(RuleSet rules) {
    return given(activated(1, rules, 0));
  }
}
