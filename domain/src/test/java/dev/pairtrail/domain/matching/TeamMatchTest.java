package dev.pairtrail.domain.matching;

import static dev.pairtrail.domain.fixture.Asks.pass;
import static dev.pairtrail.domain.fixture.Facts.activated;
import static dev.pairtrail.domain.fixture.Facts.enqueued;
import static dev.pairtrail.domain.fixture.Facts.player;
import static dev.pairtrail.domain.fixture.Facts.rated;
import static dev.pairtrail.domain.fixture.MatchFact.match;
import static dev.pairtrail.domain.fixture.Rules.rated;
import static dev.pairtrail.domain.fixture.Rules.rules;
import static dev.pairtrail.domain.fixture.Scenario.given;

import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.fixture.MatchFact;
import dev.pairtrail.domain.fixture.Rules;
import dev.pairtrail.domain.fixture.Scenario;
import dev.pairtrail.domain.rules.Party;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who meets whom in teams of several. */
class TeamMatchTest {

  @Test
  void twoAgainstTwoFillBySizeOfTheirTeams() {
    under(rules().teams(2, 2))
        .and(enqueued("ann", 0), enqueued("bob", 1), enqueued("cid", 2))
        .when(pass())
        .at(3)
        .thenNothing()
        .and(enqueued("dan", 4))
        .when(pass("r1"))
        .at(5)
        .then(
            match("r1")
                .red("ann", "cid")
                .blue("bob", "dan")
                .rulesVersion(1)
                .after(5)
                .waited("ann", 5)
                .waited("bob", 4)
                .waited("cid", 3)
                .waited("dan", 1)
                .at(5));
  }

  @Test
  void aPartyIsNeverSplit() {
    under(rules().teams(2, 2))
        .and(enqueued("ann", 0), enqueued("bob-cid", 1))
        .and(enqueued("dan-eva", 2), enqueued("fay", 3))
        .when(pass("r1"))
        .at(4)
        .then(
            match("r1")
                .red("ann", "fay")
                .blue("bob-cid")
                .rulesVersion(1)
                .after(5)
                .waited("ann", 4)
                .waited("bob-cid", 3)
                .waited("fay", 1)
                .at(4));
  }

  @Test
  void fiveAgainstFive() {
    under(rules().teams(5, 5))
        .and(enqueued("a1-a2-a3", 0), enqueued("b1-b2-b3-b4-b5", 1), enqueued("c1-c2", 2))
        .when(pass("r1"))
        .at(4)
        .then(
            match("r1")
                .red("a1-a2-a3", "c1-c2")
                .blue("b1-b2-b3-b4-b5")
                .rulesVersion(1)
                .after(4)
                .waited("a1-a2-a3", 4)
                .waited("b1-b2-b3-b4-b5", 3)
                .waited("c1-c2", 2)
                .at(4));
  }

  @Test
  void tenSolosMakeFiveAgainstFive() {
    MatchFact expected = match("r1").rulesVersion(1).after(11);
    expected.red("p0", "p2", "p4", "p6", "p8").blue("p1", "p3", "p5", "p7", "p9");
    Scenario scenario = under(rules().teams(5, 5));
    for (int i = 0; i < 10; i++) {
      scenario.when(pass()).at(i).thenNothing().and(enqueued("p" + i, i));
      expected.waited("p" + i, 10 - i);
    }
    scenario.when(pass("r1")).at(10).then(expected.at(10));
  }

  @Test
  void allPairsMustBeAllowedNotOnlyThoseWithTheSeed() {
    under(rated().teams(1, 1, 1))
        .and(enqueued("ann", rated(1500), 0), enqueued("bob", rated(1410), 1))
        .and(enqueued("cid", rated(1595), 2))
        .when(pass())
        .at(3)
        .thenNothing()
        .and(enqueued("dan", rated(1505), 4))
        .when(pass("r1"))
        .at(5)
        .then(
            match("r1")
                .red("ann")
                .team("blue", "dan")
                .team("green", "bob")
                .rulesVersion(1)
                .after(5)
                .quality(1 - 95.0 / 100)
                .waited("ann", 5, 100)
                .waited("dan", 1, 100)
                .waited("bob", 4, 100)
                .at(5));
  }

  @Test
  void aPartyIsMeasuredAsItsRuleSays() {
    meets(rules().number("rating").teams(2, 2).distance(100, Party.MAX), 2000);
    meets(rules().number("rating").teams(2, 2).distance(100, Party.MIN), 1000);
    meets(rules().number("rating").teams(2, 2).distance(100, Party.AVG), 1500);
  }

  /** A party of 1000 and 2000 meets one of that value, and none that is 101 away from it. */
  private static void meets(Rules rules, double value) {
    Event mixed =
        enqueued("lo-hi", List.of(player("lo", rated(1000)), player("hi", rated(2000))), 0);
    under(rules)
        .and(mixed, enqueued("ann-bob", rated(value + 101), 1))
        .when(pass())
        .at(2)
        .thenNothing()
        .and(enqueued("cid-dan", rated(value), 3))
        .when(pass("r1"))
        .at(4)
        .then(
            match("r1")
                .red("lo-hi")
                .blue("cid-dan")
                .rulesVersion(1)
                .after(4)
                .waited("lo-hi", 4, 100)
                .waited("cid-dan", 1, 100)
                .at(4));
  }

  /** The extremes may be further apart than the window of the one between them is wide. */
  @Test
  void qualityIsNeverLessThanNothing() {
    under(rated().teams(1, 1, 1))
        .and(enqueued("low", rated(1400), 0), enqueued("high", rated(1600), 1))
        .and(enqueued("mid", rated(1500), 11))
        .when(pass("r1"))
        .at(12)
        .then(
            match("r1")
                .red("low")
                .blue("mid")
                .team("green", "high")
                .rulesVersion(1)
                .after(4)
                .quality(0)
                .waited("low", 12, 200)
                .waited("mid", 1, 100)
                .waited("high", 11, 200)
                .at(12));
  }

  @Test
  void aPartyThatNoTeamTakesAnyLongerSeedsNoMatch() {
    under(rated().teams(2, 2))
        .and(enqueued("ann-bob", rated(0), 1), enqueued("cid", rated(60), 2))
        .and(enqueued("dan", rated(50), 3), activated(2, rated().build(), 4))
        .when(pass("r1"))
        .at(5)
        .then(
            match("r1")
                .red("cid")
                .blue("dan")
                .rulesVersion(2)
                .after(5)
                .quality(0.9)
                .waited("cid", 3, 100)
                .waited("dan", 2, 100)
                .at(5));
  }

  private static Scenario under(Rules rules) {
    return given(activated(1, rules.build(), 0));
  }
}
