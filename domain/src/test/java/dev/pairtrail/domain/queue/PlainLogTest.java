package dev.pairtrail.domain.queue;

import static dev.pairtrail.domain.fixture.Asks.activate;
import static dev.pairtrail.domain.fixture.Asks.join;
import static dev.pairtrail.domain.fixture.Asks.pass;
import static dev.pairtrail.domain.fixture.Facts.activated;
import static dev.pairtrail.domain.fixture.Facts.id;
import static dev.pairtrail.domain.fixture.Facts.joined;
import static dev.pairtrail.domain.fixture.Facts.matchCancelled;
import static dev.pairtrail.domain.fixture.Facts.room;
import static dev.pairtrail.domain.fixture.Facts.second;
import static dev.pairtrail.domain.fixture.Facts.started;
import static dev.pairtrail.domain.fixture.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.PlayerEnqueued;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.fixture.Scenario;
import dev.pairtrail.domain.queue.Rejection.PlayerAlreadyQueued;
import dev.pairtrail.domain.rules.RuleSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A log of the plain service: no tags, no revisions, no rules; a ticket has its player's id. */
class PlainLogTest {

  @Test
  void itsEntriesAreCountedOnWithoutRevisions() {
    plain(waits("ann", 0), waits("bob", 1))
        .expect(state -> {
          assertThat(state.head().revision()).isEqualTo(2);
          assertThat(state.waiting().map(Ticket::id)).containsExactly(own("ann"), own("bob"));
          assertThat(state.rules().version()).isZero();
        });
  }

  @Test
  void itsRoomHasNoDeadlineUntilRulesAreActivated() {
    RuleSet rules = RuleSet.oneOnOne();
    plain(waits("ann", 0), waits("bob", 1), meet("r1", "ann", "bob", 2), joined("ann", "r1", 3))
        .when(pass())
        .at(5000)
        .thenNothing()
        .when(activate(rules))
        .at(5000)
        .then(activated(1, rules, 5000))
        .expect(state -> {
          assertThat(state.nextDue()).contains(second(5030));
          assertThat(state.room(room("r1")).orElseThrow().quality())
              .isEqualTo(OptionalDouble.empty());
        })
        .when(pass())
        .at(5030)
        .then(
            matchCancelled(
                "r1",
                "not all players joined in time",
                List.of(own("ann")),
                List.of(own("bob")),
                5030));
  }

  @Test
  void aRoomThatItOpensUnderRulesHasTheirDeadline() {
    plain(
            waits("ann", 0),
            waits("bob", 1),
            activated(1, RuleSet.oneOnOne(), 2),
            meet("r1", "ann", "bob", 3))
        .expect(state -> assertThat(state.nextDue()).contains(second(33)));
  }

  @Test
  void itsCompleteRoomsAreStartedByThePass() {
    plain(
            waits("ann", 0),
            waits("bob", 1),
            meet("r1", "ann", "bob", 2),
            joined("ann", "r1", 3),
            joined("bob", "r1", 4))
        .when(pass())
        .at(5)
        .then(started("r1", 5))
        .when(pass())
        .at(6)
        .thenNothing()
        .expect(state -> assertThat(state.ticketOf(id("ann"))).isEmpty());
  }

  @Test
  void aPlayerWhoWaitsAndIsEnqueuedAgainKeepsTheirWait() {
    plain(waits("ann", 0), waits("ann", 9))
        .expect(state ->
            assertThat(state.waiting().map(Ticket::enqueuedAt)).containsExactly(second(0)));
  }

  @Test
  void aPlayerWhoIsEnqueuedFromTheRoomWaitsAndIsGoneFromTheRoom() {
    plain(waits("ann", 0), waits("bob", 1), meet("r1", "ann", "bob", 2), waits("ann", 3))
        .expect(state -> {
          assertThat(state.waiting().map(Ticket::enqueuedAt)).containsExactly(second(3));
          assertThat(state.ticketOf(id("ann"))).contains(own("ann"));
        })
        .when(join("r1", "ann"))
        .at(4)
        .thenRejected(new PlayerAlreadyQueued(id("ann"), own("ann")))
        .and(started("r1", 5))
        .expect(state -> {
          assertThat(state.depth()).isEqualTo(1);
          assertThat(state.ticketOf(id("ann"))).contains(own("ann"));
          assertThat(state.ticketOf(id("bob"))).isEmpty();
        });
  }

  @Test
  void aPlayerWhoPlayedMayBeEnqueuedAgain() {
    plain(
            waits("ann", 0),
            waits("bob", 1),
            meet("r1", "ann", "bob", 2),
            started("r1", 3),
            waits("ann", 4))
        .expect(
            state -> assertThat(state.ticket(own("ann")).map(Ticket::isWaiting)).contains(true));
  }

  private static Scenario plain(Event... events) {
    Scenario scenario = given();
    for (int i = 0; i < events.length; i++) {
      scenario.and(
          new RecordedEvent(Scenario.position(i + 1), 0, Set.of(), Optional.empty(), events[i]));
    }
    return scenario;
  }

  private static TicketId own(String player) {
    return new TicketId(player);
  }

  private static Event waits(String player, double second) {
    return new PlayerEnqueued(own(player), Player.of(id(player)), second(second));
  }

  private static Event meet(String room, String one, String other, double second) {
    return new PlayersMatched(
        room(room),
        List.of(
            new Team("1", List.of(own(one)), List.of(id(one))),
            new Team("2", List.of(own(other)), List.of(id(other)))),
        Optional.empty(),
        Optional.empty(),
        second(second));
  }
}
