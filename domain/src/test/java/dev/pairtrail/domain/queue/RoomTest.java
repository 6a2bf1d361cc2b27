package dev.pairtrail.domain.queue;

import static dev.pairtrail.domain.fixture.Asks.cancelMatch;
import static dev.pairtrail.domain.fixture.Asks.connect;
import static dev.pairtrail.domain.fixture.Asks.enqueue;
import static dev.pairtrail.domain.fixture.Asks.join;
import static dev.pairtrail.domain.fixture.Asks.leave;
import static dev.pairtrail.domain.fixture.Asks.start;
import static dev.pairtrail.domain.fixture.Facts.activated;
import static dev.pairtrail.domain.fixture.Facts.connected;
import static dev.pairtrail.domain.fixture.Facts.enqueued;
import static dev.pairtrail.domain.fixture.Facts.id;
import static dev.pairtrail.domain.fixture.Facts.joined;
import static dev.pairtrail.domain.fixture.Facts.left;
import static dev.pairtrail.domain.fixture.Facts.matchCancelled;
import static dev.pairtrail.domain.fixture.Facts.players;
import static dev.pairtrail.domain.fixture.Facts.room;
import static dev.pairtrail.domain.fixture.Facts.started;
import static dev.pairtrail.domain.fixture.Facts.ticket;
import static dev.pairtrail.domain.fixture.Facts.tickets;
import static dev.pairtrail.domain.fixture.MatchFact.match;
import static dev.pairtrail.domain.fixture.Rules.rules;
import static dev.pairtrail.domain.fixture.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.fixture.Scenario;
import dev.pairtrail.domain.queue.Rejection.PlayerAlreadyQueued;
import dev.pairtrail.domain.queue.Rejection.PlayerNotInRoom;
import dev.pairtrail.domain.queue.Rejection.RoomNotOpen;
import dev.pairtrail.domain.queue.Rejection.UnknownRoom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoomTest {
  private static final List<Player> ANN = players("ann", Map.of());
  private static final Event CANCELLED =
      matchCancelled("r1", "gone", tickets("bob"), tickets("ann"), 5);

  @Test
  void playersJoinAndTheGameStartsWithTheLast() {
    matched()
        .when(join("r1", "bob"))
        .at(3)
        .then(joined("bob", "r1", 3))
        .when(join("r1", "ann"))
        .at(4)
        .then(joined("ann", "r1", 4), started("r1", 4));
  }

  @Test
  void joiningTwiceIsJoiningOnceEvenAfterTheStart() {
    matched()
        .and(joined("ann", "r1", 3))
        .when(join("r1", "ann"))
        .at(4)
        .thenNothing()
        .and(joined("bob", "r1", 5), started("r1", 5))
        .when(join("r1", "ann"))
        .at(6)
        .thenNothing();
  }

  @Test
  void aJoinReliesOnTheRoomAndOnThePlayer() {
    Tag room = Tag.room(room("r1"));
    Tag ann = Tag.player(id("ann"));
    matched().when(join("r1", "ann")).at(3).relyingOn(room, ann).touching(room, ann);
  }

  @Test
  void aStartTouchesAllPlayersAndTickets() {
    matched()
        .when(start("r1"))
        .at(3)
        .relyingOn(Tag.room(room("r1")))
        .touching(
            Tag.room(room("r1")),
            Tag.player(id("ann")),
            Tag.player(id("bob")),
            Tag.ticket(ticket("ann")),
            Tag.ticket(ticket("bob")));
  }

  @Test
  void withManualStartTheGameWaitsForItsStart() {
    given(activated(1, rules().manualStart().build(), 0))
        .and(matchedEvents())
        .and(joined("bob", "r1", 3))
        .when(join("r1", "ann"))
        .at(4)
        .then(joined("ann", "r1", 4))
        .when(start("r1"))
        .at(5)
        .then(started("r1", 5))
        .when(start("r1"))
        .at(6)
        .thenNothing();
  }

  @Test
  void whoLeftMayComeBack() {
    matched()
        .when(leave("r1", "ann"))
        .at(3)
        .then(left("ann", "r1", 3))
        .when(leave("r1", "ann"))
        .at(4)
        .thenNothing()
        .when(join("r1", "ann"))
        .at(5)
        .then(joined("ann", "r1", 5))
        .when(enqueue("again", ANN))
        .at(6)
        .thenRejected(new PlayerAlreadyQueued(id("ann"), ticket("ann")));
  }

  @Test
  void whoLeftAndWaitsElsewhereMayNotComeBack() {
    matched()
        .and(left("ann", "r1", 3), enqueued("again", ANN, 4))
        .when(join("r1", "ann"))
        .at(5)
        .thenRejected(new PlayerAlreadyQueued(id("ann"), ticket("again")));
  }

  @Test
  void aRoomSomebodyLeftDoesNotStartByItself() {
    matched()
        .and(joined("ann", "r1", 3), left("ann", "r1", 4))
        .when(join("r1", "bob"))
        .at(5)
        .then(joined("bob", "r1", 5))
        .expect(state -> assertThat(state.room(room("r1")).orElseThrow().isOpen()).isTrue());
  }

  @Test
  void aPlayerMayLeaveAGameThatRunsAndNotComeBack() {
    matched()
        .and(started("r1", 3))
        .when(leave("r1", "ann"))
        .at(4)
        .then(left("ann", "r1", 4))
        .when(join("r1", "ann"))
        .at(5)
        .thenRejected(new RoomNotOpen(room("r1"), Room.Status.STARTED));
  }

  @Test
  void theConnectionIsAssignedOnceAndMayChange() {
    matched()
        .when(connect("r1", "10.0.0.5:7777"))
        .at(3)
        .then(connected("r1", "10.0.0.5:7777", 3))
        .when(connect("r1", "10.0.0.5:7777"))
        .at(4)
        .thenNothing()
        .and(started("r1", 5))
        .when(connect("r1", "10.0.0.6:7777"))
        .at(6)
        .then(connected("r1", "10.0.0.6:7777", 6))
        .expect(state ->
            assertThat(state.room(room("r1")).orElseThrow().connection())
                .contains("10.0.0.6:7777"));
  }

  @Test
  void aCancelledRoomTakesNoCommandsButItsRepeatedCancel() {
    var notOpen = new RoomNotOpen(room("r1"), Room.Status.CANCELLED);
    Scenario cancelled = matched().and(CANCELLED);
    cancelled.when(join("r1", "ann")).at(6).thenRejected(notOpen);
    cancelled.when(leave("r1", "ann")).at(6).thenRejected(notOpen);
    cancelled.when(connect("r1", "x")).at(6).thenRejected(notOpen);
    cancelled.when(start("r1")).at(6).thenRejected(notOpen);
    cancelled.when(cancelMatch("r1", "gone")).at(6).thenNothing();
  }

  @Test
  void strangersHaveNoPlaceInARoom() {
    var stranger = new PlayerNotInRoom(room("r1"), id("eva"));
    matched().when(join("r1", "eva")).at(3).thenRejected(stranger);
    matched().when(leave("r1", "eva")).at(3).thenRejected(stranger);
  }

  @Test
  void anUnknownRoomIsUnknown() {
    given().when(join("r9", "ann")).at(3).thenRejected(new UnknownRoom(room("r9")));
    given().when(start("r9")).at(3).thenRejected(new UnknownRoom(room("r9")));
  }

  private static Scenario matched() {
    return given(matchedEvents());
  }

  private static Event[] matchedEvents() {
    return new Event[] {
      enqueued("ann", 0), enqueued("bob", 1), match("r1").red("ann").blue("bob").at(2)
    };
  }
}
