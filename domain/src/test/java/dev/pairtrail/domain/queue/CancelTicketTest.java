package dev.pairtrail.domain.queue;

import static dev.pairtrail.domain.fixture.Asks.cancel;
import static dev.pairtrail.domain.fixture.Asks.pass;
import static dev.pairtrail.domain.fixture.Facts.activated;
import static dev.pairtrail.domain.fixture.Facts.cancelled;
import static dev.pairtrail.domain.fixture.Facts.enqueued;
import static dev.pairtrail.domain.fixture.Facts.expired;
import static dev.pairtrail.domain.fixture.Facts.id;
import static dev.pairtrail.domain.fixture.Facts.room;
import static dev.pairtrail.domain.fixture.Facts.second;
import static dev.pairtrail.domain.fixture.Facts.ticket;
import static dev.pairtrail.domain.fixture.MatchFact.match;
import static dev.pairtrail.domain.fixture.Rules.rules;
import static dev.pairtrail.domain.fixture.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.queue.Rejection.TicketAlreadyMatched;
import dev.pairtrail.domain.queue.Rejection.UnknownTicket;
import org.junit.jupiter.api.Test;

class CancelTicketTest {

  @Test
  void aWaitingTicketLeavesTheQueue() {
    given(enqueued("ann", 0))
        .when(cancel("ann"))
        .at(5)
        .then(cancelled("ann", 5))
        .expect(state -> {
          assertThat(state.depth()).isZero();
          assertThat(state.ticketOf(id("ann"))).isEmpty();
          assertThat(state.ticket(ticket("ann")).orElseThrow().state())
              .isEqualTo(new Ticket.Cancelled(second(5)));
        });
  }

  @Test
  void itTouchesItsPlayersAndReliesOnTheTicketAlone() {
    given(enqueued("ann", 0))
        .when(cancel("ann"))
        .at(5)
        .relyingOn(Tag.ticket(ticket("ann")))
        .touching(Tag.ticket(ticket("ann")), Tag.player(id("ann")));
  }

  @Test
  void aCancelledTicketIsCancelled() {
    given(enqueued("ann", 0), cancelled("ann", 5)).when(cancel("ann")).at(6).thenNothing();
  }

  @Test
  void anExpiredTicketIsAsGoodAsCancelled() {
    given(activated(1, rules().ticketTimeout(10).build(), 0), enqueued("ann", 0))
        .when(pass())
        .at(10)
        .then(expired("ann", 10))
        .when(cancel("ann"))
        .at(11)
        .thenNothing();
  }

  @Test
  void aMatchedTicketCannotBeCancelled() {
    given(enqueued("ann", 0), enqueued("bob", 1), match("r1").red("ann").blue("bob").at(2))
        .when(cancel("ann"))
        .at(3)
        .thenRejected(new TicketAlreadyMatched(ticket("ann"), room("r1")));
  }

  @Test
  void anUnknownTicketCannotBeCancelled() {
    given().when(cancel("ann")).at(3).thenRejected(new UnknownTicket(ticket("ann")));
  }
}
