package dev.pairtrail.domain.matching;

import static dev.pairtrail.domain.fixture.Asks.pass;
import static dev.pairtrail.domain.fixture.Facts.activated;
import static dev.pairtrail.domain.fixture.Facts.enqueued;
import static dev.pairtrail.domain.fixture.Facts.plays;
import static dev.pairtrail.domain.fixture.Facts.rated;
import static dev.pairtrail.domain.fixture.MatchFact.match;
import static dev.pairtrail.domain.fixture.Rules.rated;
import static dev.pairtrail.domain.fixture.Rules.rules;
import static dev.pairtrail.domain.fixture.Scenario.given;

import dev.pairtrail.domain.fixture.Scenario;
import dev.pairtrail.domain.rules.Missing;
import dev.pairtrail.domain.rules.RuleSet;
import org.junit.jupiter.api.Test;

/** Who meets whom, one against one. */
class MatcherTest {

  @Test
  void withoutRulesWhoWaitedLongestMeets() {
    given(enqueued("cid", 3), enqueued("bob", 2), enqueued("ann", 1))
        .when(pass("r1"))
        .at(5)
        .then(match("r1").red("ann").blue("bob").after(3).waited("ann", 4).waited("bob", 3).at(5));
  }

  @Test
  void atEqualWaitsTheTicketIdDecides() {
    given(enqueued("cid", 1), enqueued("bob", 1), enqueued("ann", 1))
        .when(pass("r1"))
        .at(2)
        .then(match("r1").red("ann").blue("bob").after(3).waited("ann", 1).waited("bob", 1).at(2));
  }

  @Test
  void oneAloneWaits() {
    given(enqueued("ann", 1)).when(pass()).at(100).thenNothing();
  }

  @Test
  void onlyWhoIsInThePartitionMeets() {
    under(rules().text("mode").partition("mode").build())
        .and(enqueued("ann", plays("ctf"), 1), enqueued("bob", plays("koth"), 2))
        .and(enqueued("cid", 3))
        .when(pass())
        .at(4)
        .thenNothing()
        .and(enqueued("dan", plays("koth"), 5), enqueued("eva", 6))
        .when(pass("r1", "r2"))
        .at(7)
        .then(
            match("r1")
                .red("bob")
                .blue("dan")
                .rulesVersion(1)
                .after(6)
                .waited("bob", 5)
                .waited("dan", 2)
                .at(7),
            match("r2")
                .red("cid")
                .blue("eva")
                .rulesVersion(1)
                .after(6)
                .waited("cid", 4)
                .waited("eva", 1)
                .at(7));
  }

  @Test
  void theNearestMeetsAndWhatWasJudgedIsRecorded() {
    ratings()
        .and(enqueued("ann", rated(1500), 0), enqueued("bob", rated(1590), 1))
        .and(enqueued("cid", rated(1425), 2))
        .when(pass("r1"))
        .at(4)
        .then(
            match("r1")
                .red("ann")
                .blue("cid")
                .rulesVersion(1)
                .after(4)
                .quality(0.25)
                .waited("ann", 4, 100)
                .waited("cid", 2, 100)
                .at(4));
  }

  @Test
  void ofTwoAtOneDistanceTheLongerWaitMeets() {
    ratings()
        .and(enqueued("ann", rated(1500), 0), enqueued("bob", rated(1450), 2))
        .and(enqueued("cid", rated(1550), 1))
        .when(pass("r1"))
        .at(4)
        .then(
            match("r1")
                .red("ann")
                .blue("cid")
                .rulesVersion(1)
                .after(4)
                .quality(0.5)
                .waited("ann", 4, 100)
                .waited("cid", 3, 100)
                .at(4));
  }

  @Test
  void bothWindowsMustAdmitTheOther() {
    ratings()
        .and(enqueued("ann", rated(1500), 0), enqueued("bob", rated(1700), 20))
        .when(pass())
        .at(29.999)
        .thenNothing()
        .when(pass("r1"))
        .at(30)
        .then(
            match("r1")
                .red("ann")
                .blue("bob")
                .rulesVersion(1)
                .after(3)
                .quality(0)
                .waited("ann", 30, 400)
                .waited("bob", 10, 200)
                .at(30));
  }

  @Test
  void aYoungTicketBetweenTwoOldOnesDoesNotHideTheirPair() {
    ratings()
        .and(enqueued("ann", rated(1000), 0), enqueued("bob", rated(1300), 0))
        .and(enqueued("eva", rated(1150), 29))
        .when(pass("r1"))
        .at(30)
        .then(
            match("r1")
                .red("ann")
                .blue("bob")
                .rulesVersion(1)
                .after(4)
                .quality(0.25)
                .waited("ann", 30, 400)
                .waited("bob", 30, 400)
                .at(30));
  }

  @Test
  void aWindowThatWidensIsSeenByTheIncrementalPass() {
    ratings()
        .and(enqueued("ann", rated(1500), 0), enqueued("bob", rated(1650), 1))
        .completePassAt(2)
        .completePassAt(10)
        .when(pass("r1"))
        .at(11)
        .then(
            match("r1")
                .red("ann")
                .blue("bob")
                .rulesVersion(1)
                .after(3)
                .quality(0.25)
                .waited("ann", 11, 200)
                .waited("bob", 10, 200)
                .at(11));
  }

  /** 1.0 - 0.3 is 0.7, but 1.0 - 0.7 is more than 0.3. */
  @Test
  void aDistanceThatIsJustWithinAfterRoundingIsSeenByTheIncrementalPass() {
    under(rules().number("rating").distance(0.7, Missing.ANY).build())
        .and(enqueued("ann", rated(0.3), 0))
        .completePassAt(1)
        .and(enqueued("bob", rated(1.0), 2))
        .when(pass("r1"))
        .at(3)
        .then(
            match("r1")
                .red("ann")
                .blue("bob")
                .rulesVersion(1)
                .after(3)
                .quality(0)
                .waited("ann", 3, 0.7)
                .waited("bob", 1, 0.7)
                .at(3));
  }

  @Test
  void aTicketFromAClockAheadHasNotWaited() {
    ratings()
        .and(enqueued("ann", rated(1500), 0), enqueued("bob", rated(1500), 5))
        .when(pass("r1"))
        .at(3)
        .then(
            match("r1")
                .red("ann")
                .blue("bob")
                .rulesVersion(1)
                .after(3)
                .waited("ann", 3, 100)
                .waited("bob", 0, 100)
                .at(3));
  }

  private static Scenario ratings() {
    return under(rated().build());
  }

  private static Scenario under(RuleSet rules) {
    return given(activated(1, rules, 0));
  }
}
