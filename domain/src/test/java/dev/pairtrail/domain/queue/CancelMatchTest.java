package dev.pairtrail.domain.queue;

import static dev.pairtrail.domain.fixture.Asks.cancelMatch;
import static dev.pairtrail.domain.fixture.Asks.join;
import static dev.pairtrail.domain.fixture.Asks.pass;
import static dev.pairtrail.domain.fixture.Facts.activated;
import static dev.pairtrail.domain.fixture.Facts.enqueued;
import static dev.pairtrail.domain.fixture.Facts.fellThrough;
import static dev.pairtrail.domain.fixture.Facts.id;
import static dev.pairtrail.domain.fixture.Facts.joined;
import static dev.pairtrail.domain.fixture.Facts.left;
import static dev.pairtrail.domain.fixture.Facts.matchCancelled;
import static dev.pairtrail.domain.fixture.Facts.players;
import static dev.pairtrail.domain.fixture.Facts.room;
import static dev.pairtrail.domain.fixture.Facts.second;
import static dev.pairtrail.domain.fixture.Facts.started;
import static dev.pairtrail.domain.fixture.Facts.ticket;
import static dev.pairtrail.domain.fixture.Facts.tickets;
import static dev.pairtrail.domain.fixture.MatchFact.match;
import static dev.pairtrail.domain.fixture.Rules.rules;
import static dev.pairtrail.domain.fixture.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.fixture.Scenario;
import dev.pairtrail.domain.queue.Rejection.RoomNotOpen;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A match is given up: by request, or because its deadline passed. */
class CancelMatchTest {

  @Test
  void byRequestAllReturnButThoseWhoLeft() {
    duel()
        .and(left("ann", "r1", 3))
        .when(cancelMatch("r1", "server gone"))
        .at(4)
        .then(matchCancelled("r1", "server gone", tickets("bob"), tickets("ann"), 4))
        .when(cancelMatch("r1", "server gone"))
        .at(5)
        .thenNothing();
  }

  @Test
  void byRequestWhoDidNotJoinYetReturnsToo() {
    duel()
        .and(joined("ann", "r1", 3))
        .when(cancelMatch("r1", "server gone"))
        .at(4)
        .then(matchCancelled("r1", "server gone", tickets("ann", "bob"), tickets(), 4));
  }

  @Test
  void aGameThatRunsIsNotCancelled() {
    duel()
        .and(started("r1", 3))
        .when(cancelMatch("r1", "server gone"))
        .at(4)
        .thenRejected(new RoomNotOpen(room("r1"), Room.Status.STARTED));
  }

  @Test
  void atTheDeadlineOnlyThoseWhoJoinedReturn() {
    duel()
        .and(joined("bob", "r1", 3))
        .when(pass())
        .at(31.999)
        .thenNothing()
        .when(pass())
        .at(32)
        .then(fellThrough("r1", tickets("bob"), tickets("ann"), 32));
  }

  @Test
  void whoReturnsHasWaitedSinceTheBeginning() {
    duel()
        .and(joined("bob", "r1", 3))
        .when(pass())
        .at(32)
        .then(fellThrough("r1", tickets("bob"), tickets("ann"), 32))
        .and(enqueued("eva", 33))
        .when(pass("r2"))
        .at(34)
        .then(match("r2").red("bob").blue("eva").after(6).waited("bob", 33).waited("eva", 1).at(34))
        .expect(state ->
            assertThat(state.ticket(ticket("ann")).orElseThrow().state())
                .isEqualTo(new Ticket.Cancelled(second(32))));
  }

  @Test
  void aPartyReturnsOnlyIfAllOfItJoined() {
    parties()
        .and(joined("ann", "r1", 2), joined("bob", "r1", 2), joined("cid", "r1", 2))
        .when(pass())
        .at(31)
        .then(fellThrough("r1", tickets("ann-bob"), tickets("cid-dan"), 31))
        .expect(state -> {
          assertThat(state.ticketOf(id("cid"))).isEmpty();
          assertThat(state.ticketOf(id("dan"))).isEmpty();
          assertThat(state.ticketOf(id("bob"))).contains(ticket("ann-bob"));
        });
  }

  @Test
  void whoLeftAndWaitsElsewhereKeepsTheirNewTicket() {
    parties()
        .and(left("dan", "r1", 2), enqueued("new", players("dan", Map.of()), 3))
        .when(cancelMatch("r1", "server gone"))
        .at(4)
        .then(matchCancelled("r1", "server gone", tickets("ann-bob"), tickets("cid-dan"), 4))
        .expect(state -> {
          assertThat(state.ticketOf(id("dan"))).contains(ticket("new"));
          assertThat(state.ticketOf(id("cid"))).isEmpty();
        });
  }

  @Test
  void aCompleteRoomThatWaitsForItsStartIsNotGivenUp() {
    given(
            activated(1, rules().manualStart().build(), 0),
            enqueued("ann", 0),
            enqueued("bob", 1),
            match("r1").red("ann").blue("bob").at(2),
            joined("ann", "r1", 3))
        .when(join("r1", "bob"))
        .at(4)
        .then(joined("bob", "r1", 4))
        .when(pass())
        .at(60)
        .thenNothing()
        .expect(state -> assertThat(state.nextDue()).isEmpty())
        .and(left("bob", "r1", 61))
        .when(pass())
        .at(61)
        .then(fellThrough("r1", tickets("ann"), tickets("bob"), 61));
  }

  private static Scenario duel() {
    return given(enqueued("ann", 0), enqueued("bob", 1), match("r1").red("ann").blue("bob").at(2));
  }

  private static Scenario parties() {
    return given(
        activated(1, rules().teams(2, 2).build(), 0),
        enqueued("ann-bob", 0),
        enqueued("cid-dan", 0),
        match("r1").red("ann-bob").blue("cid-dan").at(1));
  }
}
