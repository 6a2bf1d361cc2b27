package dev.pairtrail.domain.queue;

import static dev.pairtrail.domain.fixture.Asks.enqueue;
import static dev.pairtrail.domain.fixture.Asks.result;
import static dev.pairtrail.domain.fixture.Facts.activated;
import static dev.pairtrail.domain.fixture.Facts.ended;
import static dev.pairtrail.domain.fixture.Facts.enqueued;
import static dev.pairtrail.domain.fixture.Facts.id;
import static dev.pairtrail.domain.fixture.Facts.players;
import static dev.pairtrail.domain.fixture.Facts.rated;
import static dev.pairtrail.domain.fixture.Facts.room;
import static dev.pairtrail.domain.fixture.Facts.started;
import static dev.pairtrail.domain.fixture.MatchFact.match;
import static dev.pairtrail.domain.fixture.Rules.rules;
import static dev.pairtrail.domain.fixture.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.ResultRecorded.Place;
import dev.pairtrail.domain.event.ResultRecorded.PlayerRating;
import dev.pairtrail.domain.fixture.Scenario;
import dev.pairtrail.domain.queue.Rejection.InvalidTeams;
import dev.pairtrail.domain.queue.Rejection.ResultKnown;
import dev.pairtrail.domain.queue.Rejection.RoomNotStarted;
import dev.pairtrail.domain.rules.Rating;
import dev.pairtrail.domain.rules.Violation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The result of a game becomes the ratings of its players: here 10 more for the winner. */
class ResultTest {

  @Test
  void theNextEnqueueMayLeaveTheRatingOut() {
    played()
        .when(result("r1", new Place("blue", 2), new Place("red", 1)))
        .at(9)
        .then(won())
        .when(enqueue("ann", players("ann", Map.of()), "key"))
        .at(10)
        .then(enqueued("ann", rated(1610), 10))
        .when(enqueue("new", players("ann", Map.of()), "key"))
        .at(11)
        .thenNothing()
        .when(enqueue("bob", rated(900)))
        .at(12)
        .then(enqueued("bob", rated(900), 12));
  }

  @Test
  void oneResultIsRecordedOnce() {
    played()
        .and(won())
        .when(result("r1", new Place("red", 1), new Place("blue", 2)))
        .at(10)
        .thenNothing()
        .when(result("r1", new Place("red", 1), new Place("blue", 1)))
        .at(10)
        .thenRejected(new ResultKnown(room("r1")))
        .expect(state -> assertThat(state.rating(id("bob"))).contains(new Rating(1490, 500)));
  }

  @Test
  void everyTeamHasAPlace() {
    played()
        .when(result("r1", new Place("red", 1), new Place("green", 2)))
        .at(9)
        .thenRejected(
            new InvalidTeams(
                room("r1"),
                List.of(
                    new Violation("/teams/1/name", "must be a team of the room, named once"),
                    new Violation("/teams", "must name every team of the room: [blue]"))));
  }

  @Test
  void aGameThatHasNotBegunHasNoResult() {
    given(match("r1").red("ann").blue("bob").at(1))
        .when(result("r1", new Place("red", 1), new Place("blue", 2)))
        .at(2)
        .thenRejected(new RoomNotStarted(room("r1"), Room.Status.OPEN));
  }

  private static Event won() {
    return ended(
        "r1",
        List.of(new Place("red", 1), new Place("blue", 2)),
        List.of(
            new PlayerRating(id("ann"), new Rating(1610, 500)),
            new PlayerRating(id("bob"), new Rating(1490, 500))),
        9);
  }

  /** Ann said 1600, and Bob nothing. */
  private static Scenario played() {
    return given(activated(1, rules().number("rating").ratings("rating").build(), 0))
        .and(enqueued("ann", rated(1600), 1), enqueued("bob", 1))
        .and(match("r1").red("ann").blue("bob").at(2), started("r1", 3));
  }
}
