package dev.pairtrail.domain.queue;

import static dev.pairtrail.domain.fixture.Asks.accept;
import static dev.pairtrail.domain.fixture.Asks.cancel;
import static dev.pairtrail.domain.fixture.Asks.cancelMatch;
import static dev.pairtrail.domain.fixture.Asks.decline;
import static dev.pairtrail.domain.fixture.Asks.join;
import static dev.pairtrail.domain.fixture.Asks.pass;
import static dev.pairtrail.domain.fixture.Facts.accepted;
import static dev.pairtrail.domain.fixture.Facts.activated;
import static dev.pairtrail.domain.fixture.Facts.declined;
import static dev.pairtrail.domain.fixture.Facts.enqueued;
import static dev.pairtrail.domain.fixture.Facts.matchCancelled;
import static dev.pairtrail.domain.fixture.Facts.room;
import static dev.pairtrail.domain.fixture.Facts.ticket;
import static dev.pairtrail.domain.fixture.Facts.tickets;
import static dev.pairtrail.domain.fixture.MatchFact.match;
import static dev.pairtrail.domain.fixture.Rules.rules;
import static dev.pairtrail.domain.fixture.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.fixture.MatchFact;
import dev.pairtrail.domain.fixture.Scenario;
import dev.pairtrail.domain.queue.Rejection.RoomNotOpen;
import dev.pairtrail.domain.queue.Rejection.TicketAlreadyMatched;
import org.junit.jupiter.api.Test;

/** Players are asked whether they accept a match, and have ten seconds to say so. */
class ProposalTest {

  @Test
  void aMatchIsProposedAndOpensWhenAllAccept() {
    given(activated(1, rules().acceptance(10).build(), 0))
        .and(enqueued("ann", 1), enqueued("bob", 2))
        .when(pass("r1"))
        .at(3)
        .then(basis().proposedAt(3, 10))
        .when(accept("r1", "ann"))
        .at(4)
        .then(accepted("ann", "r1", 4))
        .when(accept("r1", "ann"))
        .at(5)
        .thenNothing()
        .when(accept("r1", "bob"))
        .at(6)
        .then(accepted("bob", "r1", 6), basis().at(6))
        .expect(state -> assertThat(state.rooms().find(room("r1"))).get().matches(Room::isOpen))
        .when(accept("r1", "bob"))
        .at(7)
        .thenNothing();
  }

  @Test
  void whoeverDeclinesLeavesAndTheOthersWaitOn() {
    proposed()
        .when(decline("r1", "bob"))
        .at(4)
        .then(
            declined("bob", "r1", 4),
            matchCancelled("r1", "bob declined", tickets("ann"), tickets("bob"), 4))
        .when(decline("r1", "bob"))
        .at(5)
        .thenNothing()
        .and(enqueued("cid", 6))
        .when(pass("r2"))
        .at(7)
        .then(
            match("r2")
                .red("ann")
                .blue("cid")
                .rulesVersion(1)
                .after(7)
                .waited("ann", 6)
                .waited("cid", 1)
                .proposedAt(7, 10));
  }

  @Test
  void whoDoesNotAnswerInTimeLeaves() {
    proposed()
        .when(accept("r1", "ann"))
        .at(5)
        .then(accepted("ann", "r1", 5))
        .when(pass())
        .at(12.999)
        .thenNothing()
        .when(pass())
        .at(13)
        .then(
            matchCancelled(
                "r1", "not all players accepted in time", tickets("ann"), tickets("bob"), 13));
  }

  @Test
  void whileItIsProposedNobodyJoinsAndNobodyCancels() {
    proposed()
        .when(join("r1", "ann"))
        .at(4)
        .thenRejected(new RoomNotOpen(room("r1"), Room.Status.PROPOSED))
        .when(cancel("ann"))
        .at(4)
        .thenRejected(new TicketAlreadyMatched(ticket("ann"), room("r1")));
  }

  @Test
  void aProposalThatIsCancelledReturnsAll() {
    proposed()
        .when(cancelMatch("r1", "no server"))
        .at(4)
        .then(matchCancelled("r1", "no server", tickets("ann", "bob"), tickets(), 4));
  }

  @Test
  void whatIsOpenCanNoLongerBeDeclined() {
    proposed()
        .and(accepted("ann", "r1", 4), accepted("bob", "r1", 4))
        .and(match("r1").red("ann").blue("bob").at(4))
        .when(decline("r1", "ann"))
        .at(5)
        .thenRejected(new RoomNotOpen(room("r1"), Room.Status.OPEN));
  }

  private static MatchFact basis() {
    return match("r1")
        .red("ann")
        .blue("bob")
        .rulesVersion(1)
        .after(3)
        .waited("ann", 2)
        .waited("bob", 1);
  }

  private static Scenario proposed() {
    return given(activated(1, rules().acceptance(10).build(), 0))
        .and(enqueued("ann", 1), enqueued("bob", 2), basis().proposedAt(3, 10));
  }
}
