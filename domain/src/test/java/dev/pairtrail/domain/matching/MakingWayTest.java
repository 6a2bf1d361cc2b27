package dev.pairtrail.domain.matching;

import static dev.pairtrail.domain.fixture.Asks.pass;
import static dev.pairtrail.domain.fixture.Facts.activated;
import static dev.pairtrail.domain.fixture.Facts.cancelled;
import static dev.pairtrail.domain.fixture.Facts.enqueued;
import static dev.pairtrail.domain.fixture.Facts.expired;
import static dev.pairtrail.domain.fixture.Facts.rated;
import static dev.pairtrail.domain.fixture.MatchFact.match;
import static dev.pairtrail.domain.fixture.Rules.rules;
import static dev.pairtrail.domain.fixture.Rules.step;
import static dev.pairtrail.domain.fixture.Scenario.given;

import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.fixture.MatchFact;
import dev.pairtrail.domain.fixture.Rules;
import dev.pairtrail.domain.fixture.Scenario;
import dev.pairtrail.domain.rules.DistanceRule.Missing;
import org.junit.jupiter.api.Test;

/**
 * Three meet. Sam takes Eve, who is nearest, and then nobody fits both; Ben and Bob, whose windows
 * are narrow, keep Xia and Yul apart in the same way. When Eve goes, Sam meets Xia and Yul, and the
 * incremental pass must see it although nothing about the three has changed.
 */
class MakingWayTest {

  @Test
  void whoExpiresMakesWayInTheSamePass() {
    under(three().ticketTimeout(30))
        .and(enqueued("eve", rated(-60), 0))
        .and(others())
        .completePassAt(22)
        .when(pass("r1"))
        .at(30)
        .then(
            expired("eve", 30),
            sam("r1")
                .after(7)
                .waited("sam", 28, 100)
                .waited("yul", 28, 100)
                .waited("xia", 28, 100)
                .at(30));
  }

  @Test
  void whoCancelsMakesWay() {
    under(three())
        .and(enqueued("eve", rated(-60), 0))
        .and(others())
        .completePassAt(22)
        .and(cancelled("eve", 23))
        .when(pass("r1"))
        .at(24)
        .then(
            sam("r1")
                .after(8)
                .waited("sam", 22, 100)
                .waited("yul", 22, 100)
                .waited("xia", 22, 100)
                .at(24));
  }

  /** Nat's window widens at 30.5, and that reaches Ada and Eve but not Sam. */
  @Test
  void whoIsMatchedMakesWayInTheSamePass() {
    under(three())
        .and(enqueued("ada", rated(-102), 0), enqueued("eve", rated(-60), 1))
        .and(enqueued("nat", rated(-150), 20.5))
        .and(others())
        .completePassAt(30)
        .when(pass("r1", "r2"))
        .at(30.5)
        .then(
            match("r1")
                .red("ada")
                .blue("eve")
                .team("green", "nat")
                .rulesVersion(1)
                .after(9)
                .quality(1 - 90.0 / 100)
                .waited("ada", 30.5, 100)
                .waited("eve", 29.5, 100)
                .waited("nat", 10, 100)
                .at(30.5),
            sam("r2")
                .after(9)
                .waited("sam", 28.5, 100)
                .waited("yul", 28.5, 100)
                .waited("xia", 28.5, 100)
                .at(30.5));
  }

  private static Rules three() {
    return rules().number("rating").teams(1, 1, 1).distance(10, Missing.ANY, step(10, 100));
  }

  private static Scenario under(Rules rules) {
    return given(activated(1, rules.build(), 0));
  }

  private static Event[] others() {
    return new Event[] {
      enqueued("sam", rated(0), 2),
      enqueued("xia", rated(99), 2),
      enqueued("yul", rated(92), 2),
      enqueued("ben", rated(104), 21),
      enqueued("bob", rated(86), 21)
    };
  }

  private static MatchFact sam(String room) {
    return match(room)
        .red("sam")
        .blue("yul")
        .team("green", "xia")
        .rulesVersion(1)
        .quality(1 - 99.0 / 100);
  }
}
