package dev.pairtrail.domain.queue;

import static dev.pairtrail.domain.fixture.Asks.limitedPass;
import static dev.pairtrail.domain.fixture.Asks.pass;
import static dev.pairtrail.domain.fixture.Facts.activated;
import static dev.pairtrail.domain.fixture.Facts.enqueued;
import static dev.pairtrail.domain.fixture.Facts.expired;
import static dev.pairtrail.domain.fixture.Facts.fellThrough;
import static dev.pairtrail.domain.fixture.Facts.id;
import static dev.pairtrail.domain.fixture.Facts.joined;
import static dev.pairtrail.domain.fixture.Facts.rated;
import static dev.pairtrail.domain.fixture.Facts.room;
import static dev.pairtrail.domain.fixture.Facts.second;
import static dev.pairtrail.domain.fixture.Facts.ticket;
import static dev.pairtrail.domain.fixture.Facts.tickets;
import static dev.pairtrail.domain.fixture.MatchFact.match;
import static dev.pairtrail.domain.fixture.Rules.rated;
import static dev.pairtrail.domain.fixture.Rules.rules;
import static dev.pairtrail.domain.fixture.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.fixture.Scenario;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a pass does beside matching, how much at once, and when the next is due. */
class PassTest {

  @Test
  void aTicketExpiresAtItsTimeout() {
    under(rules().ticketTimeout(60).build())
        .and(enqueued("ann", 1))
        .when(pass())
        .at(60.999)
        .thenNothing()
        .when(pass())
        .at(61)
        .then(expired("ann", 61))
        .expect(state ->
            assertThat(state.ticket(ticket("ann")).orElseThrow().state())
                .isEqualTo(new Ticket.Expired(second(61))));
  }

  @Test
  void anExpiryTouchesThePlayersAndReliesOnTheTicket() {
    under(rules().ticketTimeout(60).build())
        .and(enqueued("ann", 1))
        .when(pass())
        .at(61)
        .relyingOn(Tag.ticket(ticket("ann")))
        .touching(Tag.ticket(ticket("ann")), Tag.player(id("ann")));
  }

  @Test
  void aMatchReliesOnItsTicketsAlone() {
    given(enqueued("ann", 0), enqueued("bob", 1))
        .when(pass("r1"))
        .at(2)
        .relyingOn(Tag.ticket(ticket("ann")), Tag.ticket(ticket("bob")))
        .touching(
            Tag.room(room("r1")),
            Tag.ticket(ticket("ann")),
            Tag.ticket(ticket("bob")),
            Tag.player(id("ann")),
            Tag.player(id("bob")));
  }

  @Test
  void whoHasWaitedTooLongIsNotMatchedAnyMore() {
    under(rules().ticketTimeout(60).build())
        .and(enqueued("ann", 0), enqueued("bob", 30))
        .when(pass())
        .at(60)
        .then(expired("ann", 60));
  }

  @Test
  void aPassDecidesNoMoreThanItsLimitAndTheNextGoesOn() {
    given(enqueued("ann", 0), enqueued("bob", 1), enqueued("cid", 2), enqueued("dan", 3))
        .when(limitedPass(1, "r1"))
        .at(4)
        .then(match("r1").red("ann").blue("bob").after(4).waited("ann", 4).waited("bob", 3).at(4))
        .when(limitedPass(1, "r2"))
        .at(4)
        .then(match("r2").red("cid").blue("dan").after(5).waited("cid", 2).waited("dan", 1).at(4))
        .when(limitedPass(1))
        .at(4)
        .thenNothing();
  }

  @Test
  void theLimitCountsRoomsThenExpiriesThenMatches() {
    under(rules().ticketTimeout(60).build())
        .and(enqueued("a", 0), enqueued("b", 0), enqueued("c", 0), enqueued("d", 0))
        .and(match("r1").red("a").blue("b").at(1), match("r2").red("c").blue("d").at(2))
        .and(enqueued("old", 3), enqueued("e", 60), enqueued("f", 61))
        .when(limitedPass(1))
        .at(63)
        .then(fellThrough("r1", tickets(), tickets("a", "b"), 63))
        .when(limitedPass(2))
        .at(63)
        .then(fellThrough("r2", tickets(), tickets("c", "d"), 63), expired("old", 63))
        .when(limitedPass(2, "r3"))
        .at(63)
        .then(
            match("r3")
                .red("e")
                .blue("f")
                .rulesVersion(1)
                .after(13)
                .waited("e", 3)
                .waited("f", 2)
                .at(63))
        .when(limitedPass(2))
        .at(63)
        .thenNothing();
  }

  @Test
  void roomsAreGivenUpInTheOrderOfTheirDeadlines() {
    given(enqueued("a", 0), enqueued("b", 0), enqueued("c", 0), enqueued("d", 0))
        .and(match("r1").red("a").blue("b").joinWithin(50).at(1))
        .and(match("r2").red("c").blue("d").joinWithin(20).at(2))
        .expect(state -> assertThat(state.nextDue()).contains(second(22)))
        .when(pass())
        .at(100)
        .then(
            fellThrough("r2", tickets(), tickets("c", "d"), 100),
            fellThrough("r1", tickets(), tickets("a", "b"), 100));
  }

  @Test
  void theNextWindowIsDueThenTheNextThenNone() {
    due(rated().build(), 1, second(10));
    due(rated().build(), 10, second(30));
    due(rated().build(), 29.999, second(30));
    under(rated().build())
        .and(enqueued("ann", rated(1500), 0))
        .completePassAt(30)
        .expect(state -> assertThat(state.nextDue()).isEqualTo(Optional.<Instant>empty()));
  }

  @Test
  void theExpiryIsDueIfItIsEarlier() {
    due(rated().ticketTimeout(25).build(), 10, second(25));
    due(rated().ticketTimeout(25).build(), 1, second(10));
  }

  private static void due(RuleSet rules, double completePass, Instant expected) {
    under(rules)
        .and(enqueued("ann", rated(1500), 0))
        .completePassAt(completePass)
        .expect(state -> assertThat(state.nextDue()).contains(expected));
  }

  @Test
  void anIncompleteRoomIsDueAtItsDeadlineAndACompleteOneNever() {
    under(rules().manualStart().build())
        .and(enqueued("ann", 0), enqueued("bob", 1), match("r1").red("ann").blue("bob").at(2))
        .expect(state -> assertThat(state.nextDue()).contains(second(32)))
        .and(joined("ann", "r1", 3), joined("bob", "r1", 3))
        .expect(state -> assertThat(state.nextDue()).isEmpty());
  }

  private static Scenario under(RuleSet rules) {
    return given(activated(1, rules, 0));
  }
}
