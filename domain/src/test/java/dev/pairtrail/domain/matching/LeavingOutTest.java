package dev.pairtrail.domain.matching;

import static dev.pairtrail.domain.fixture.Asks.pass;
import static dev.pairtrail.domain.fixture.Facts.activated;
import static dev.pairtrail.domain.fixture.Facts.enqueued;
import static dev.pairtrail.domain.fixture.Facts.rated;
import static dev.pairtrail.domain.fixture.MatchFact.match;
import static dev.pairtrail.domain.fixture.Rules.limit;
import static dev.pairtrail.domain.fixture.Rules.rules;
import static dev.pairtrail.domain.fixture.Scenario.given;

import dev.pairtrail.domain.fixture.Rules;
import dev.pairtrail.domain.fixture.Scenario;
import dev.pairtrail.domain.rules.Missing;
import dev.pairtrail.domain.rules.TeamDifferenceRule;
import org.junit.jupiter.api.Test;

/** The nearest do not always make a match; then somebody is left out for who comes after. */
class LeavingOutTest {

  /** Eve is nearest to Sam, and then nobody fits both. */
  @Test
  void whoSuitsNobodyElseIsLeftOut() {
    under(rules().number("rating").teams(1, 1, 1).distance(100, Missing.ANY))
        .and(enqueued("sam", rated(0), 1), enqueued("eve", rated(-60), 2))
        .and(enqueued("xia", rated(99), 2), enqueued("yul", rated(92), 2))
        .when(pass("r1"))
        .at(4)
        .then(
            match("r1")
                .red("sam")
                .blue("yul")
                .team("green", "xia")
                .rulesVersion(1)
                .after(5)
                .quality(1 - 99.0 / 100)
                .waited("sam", 3, 100)
                .waited("yul", 2, 100)
                .waited("xia", 2, 100)
                .judged("fair", 99, 100, "rating")
                .at(4));
  }

  /** With the first party of two beside the trio, no single player is there to fill up. */
  @Test
  void aPartyThatLeavesAPlaceNobodyFillsIsLeftOut() {
    under(rules().teams(3, 3))
        .and(enqueued("a1-a2-a3", 0), enqueued("b1-b2", 1), enqueued("c1-c2-c3", 2))
        .when(pass("r1"))
        .at(3)
        .then(
            match("r1")
                .red("a1-a2-a3")
                .blue("c1-c2-c3")
                .rulesVersion(1)
                .after(4)
                .waited("a1-a2-a3", 3)
                .waited("c1-c2-c3", 1)
                .at(3));
  }

  @Test
  void whoWouldMakeTheTeamsUnevenIsLeftOut() {
    under(
            rules()
                .number("rating")
                .rule(new TeamDifferenceRule("even", "rating", limit(50.0), Missing.ANY)))
        .and(enqueued("ann", rated(1000), 0), enqueued("bob", rated(1200), 1))
        .and(enqueued("cid", rated(1030), 2))
        .when(pass("r1"))
        .at(3)
        .then(
            match("r1")
                .red("ann")
                .blue("cid")
                .rulesVersion(1)
                .after(4)
                .quality(1 - 30.0 / 50)
                .waited("ann", 3)
                .waited("cid", 1)
                .judged("even", 30, 50, "rating")
                .at(3));
  }

  /** Sam has not changed since the last pass, and is a seed for those who came. */
  @Test
  void theIncrementalPassLeavesOutAsWell() {
    under(rules().number("rating").teams(1, 1, 1).distance(100, Missing.ANY))
        .and(enqueued("sam", rated(0), 1), enqueued("eve", rated(-60), 2))
        .completePassAt(3)
        .and(enqueued("xia", rated(99), 4), enqueued("yul", rated(92), 4))
        .when(pass("r1"))
        .at(5)
        .then(
            match("r1")
                .red("sam")
                .blue("yul")
                .team("green", "xia")
                .rulesVersion(1)
                .after(5)
                .quality(1 - 99.0 / 100)
                .waited("sam", 4, 100)
                .waited("yul", 1, 100)
                .waited("xia", 1, 100)
                .at(5));
  }

  private static Scenario under(Rules rules) {
    return given(activated(1, rules.build(), 0));
  }
}
