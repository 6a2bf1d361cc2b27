package dev.pairtrail.domain.queue;

import static dev.pairtrail.domain.fixture.Asks.backfill;
import static dev.pairtrail.domain.fixture.Asks.cancelBackfill;
import static dev.pairtrail.domain.fixture.Asks.join;
import static dev.pairtrail.domain.fixture.Asks.pass;
import static dev.pairtrail.domain.fixture.Facts.activated;
import static dev.pairtrail.domain.fixture.Facts.backfillCancelled;
import static dev.pairtrail.domain.fixture.Facts.backfillRequested;
import static dev.pairtrail.domain.fixture.Facts.enqueued;
import static dev.pairtrail.domain.fixture.Facts.joined;
import static dev.pairtrail.domain.fixture.Facts.left;
import static dev.pairtrail.domain.fixture.Facts.rated;
import static dev.pairtrail.domain.fixture.Facts.room;
import static dev.pairtrail.domain.fixture.Facts.started;
import static dev.pairtrail.domain.fixture.MatchFact.match;
import static dev.pairtrail.domain.fixture.Rules.rated;
import static dev.pairtrail.domain.fixture.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.event.BackfillRequested.Opening;
import dev.pairtrail.domain.fixture.Scenario;
import dev.pairtrail.domain.queue.Rejection.BackfillOpen;
import dev.pairtrail.domain.queue.Rejection.InvalidTeams;
import dev.pairtrail.domain.queue.Rejection.RoomNotStarted;
import dev.pairtrail.domain.queue.Rejection.UnknownBackfill;
import dev.pairtrail.domain.rules.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A running game of two against two, around a rating of 1500, asks for players. */
class BackfillTest {

  @Test
  void whoFitsComesBeforeANewRoomIsOpened() {
    running()
        .and(left("bob", "r1", 5))
        .when(backfill("r1", "b1"))
        .at(6)
        .then(backfillRequested("b1", "r1", 6, new Opening("red", 1)))
        .and(enqueued("far", rated(1700), 7), enqueued("eva", rated(1550), 8))
        .when(pass())
        .at(9)
        .then(
            match("r1")
                .red("eva")
                .rulesVersion(1)
                .after(11)
                .quality(0.5)
                .waited("eva", 1, 100)
                .filledAt("b1", 9))
        .when(join("r1", "eva"))
        .at(10)
        .then(joined("eva", "r1", 10))
        .expect(state -> {
          assertThat(state.backfill(room("r1"), new BackfillId("b1")))
              .get()
              .matches(b -> b.status() == Backfill.Status.MATCHED);
          assertThat(state.depth()).isEqualTo(1);
        });
  }

  @Test
  void itGoesOnWhilePlacesAreOpen() {
    running()
        .and(left("bob", "r1", 5), left("cid", "r1", 5))
        .when(backfill("r1", "b1"))
        .at(6)
        .then(backfillRequested("b1", "r1", 6, new Opening("red", 1), new Opening("blue", 1)))
        .and(enqueued("eva", rated(1500), 8))
        .when(pass())
        .at(9)
        .then(
            match("r1")
                .red("eva")
                .rulesVersion(1)
                .after(11)
                .waited("eva", 1, 100)
                .filledAt("b1", 9))
        .and(enqueued("fay", rated(1500), 10))
        .when(pass())
        .at(11)
        .then(
            match("r1")
                .blue("fay")
                .rulesVersion(1)
                .after(13)
                .waited("fay", 1, 100)
                .filledAt("b1", 11))
        .when(pass())
        .at(12)
        .thenNothing();
  }

  @Test
  void itsWindowWidensAsItWaits() {
    running()
        .and(left("bob", "r1", 5))
        .when(backfill("r1", "b1"))
        .at(6)
        .then(backfillRequested("b1", "r1", 6, new Opening("red", 1)))
        .and(enqueued("eva", rated(1650), 6))
        .completePassAt(7)
        .completePassAt(15)
        .when(pass())
        .at(16)
        .then(
            match("r1")
                .red("eva")
                .rulesVersion(1)
                .after(10)
                .quality(0.25)
                .waited("eva", 10, 200)
                .filledAt("b1", 16));
  }

  @Test
  void askingAgainIsTheSameAndAskingForOthersIsNot() {
    running()
        .and(left("bob", "r1", 5))
        .and(backfillRequested("b1", "r1", 6, new Opening("red", 1)))
        .when(backfill("r1", "b2"))
        .at(7)
        .thenNothing()
        .when(backfill("r1", "b2", new Opening("red", 1)))
        .at(7)
        .thenNothing()
        .when(backfill("r1", "b2", new Opening("red", 1), new Opening("blue", 1)))
        .at(7)
        .thenRejected(new BackfillOpen(room("r1"), new BackfillId("b1")));
  }

  @Test
  void itCanBeCancelledOnce() {
    running()
        .and(left("bob", "r1", 5))
        .and(backfillRequested("b1", "r1", 6, new Opening("red", 1)))
        .when(cancelBackfill("r1", "b1"))
        .at(7)
        .then(backfillCancelled("b1", "r1", 7))
        .when(cancelBackfill("r1", "b1"))
        .at(8)
        .thenNothing()
        .and(enqueued("eva", rated(1500), 8))
        .when(pass())
        .at(9)
        .thenNothing()
        .when(cancelBackfill("r1", "b9"))
        .at(9)
        .thenRejected(new UnknownBackfill(new BackfillId("b9")));
  }

  @Test
  void onlyOpenPlacesOfTheRoomCanBeAskedFor() {
    running()
        .when(backfill("r1", "b1"))
        .at(6)
        .thenRejected(invalid("/teams", "nobody has left: name the teams that need players"))
        .when(backfill("r1", "b1", new Opening("red", 1)))
        .at(6)
        .thenRejected(invalid("/teams/0/players", "must not be asked for: it is full"))
        .when(backfill("r1", "b1", new Opening("green", 1)))
        .at(6)
        .thenRejected(invalid("/teams/0/name", "must be a team of the room, named once"));
  }

  @Test
  void aGameThatHasNotBegunAsksForNobody() {
    given(match("r1").red("ann").blue("bob").at(1))
        .when(backfill("r1", "b1", new Opening("red", 1)))
        .at(2)
        .thenRejected(new RoomNotStarted(room("r1"), Room.Status.OPEN));
  }

  private static Rejection invalid(String path, String detail) {
    return new InvalidTeams(room("r1"), List.of(new Violation(path, detail)));
  }

  private static Scenario running() {
    return given(activated(1, rated().teams(2, 2).build(), 0))
        .and(enqueued("ann", rated(1500), 1), enqueued("bob", rated(1500), 1))
        .and(enqueued("cid", rated(1500), 1), enqueued("dan", rated(1500), 1))
        .and(match("r1").red("ann", "bob").blue("cid", "dan").at(2), started("r1", 3));
  }
}
