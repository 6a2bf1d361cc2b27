package dev.pairtrail.domain.queue;

import static dev.pairtrail.domain.fixture.Asks.cancel;
import static dev.pairtrail.domain.fixture.Asks.cancelMatch;
import static dev.pairtrail.domain.fixture.Asks.enqueue;
import static dev.pairtrail.domain.fixture.Asks.leave;
import static dev.pairtrail.domain.fixture.Asks.pass;
import static dev.pairtrail.domain.fixture.Asks.start;
import static dev.pairtrail.domain.fixture.Facts.activated;
import static dev.pairtrail.domain.fixture.Facts.cancelled;
import static dev.pairtrail.domain.fixture.Facts.enqueued;
import static dev.pairtrail.domain.fixture.Facts.expired;
import static dev.pairtrail.domain.fixture.Facts.id;
import static dev.pairtrail.domain.fixture.Facts.left;
import static dev.pairtrail.domain.fixture.Facts.matchCancelled;
import static dev.pairtrail.domain.fixture.Facts.players;
import static dev.pairtrail.domain.fixture.Facts.started;
import static dev.pairtrail.domain.fixture.Facts.ticket;
import static dev.pairtrail.domain.fixture.Facts.tickets;
import static dev.pairtrail.domain.fixture.MatchFact.match;
import static dev.pairtrail.domain.fixture.Rules.rules;
import static dev.pairtrail.domain.fixture.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.RequestKey;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.fixture.Scenario;
import dev.pairtrail.domain.queue.Rejection.PlayerAlreadyQueued;
import dev.pairtrail.domain.queue.Rejection.RequestKeyReused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnqueueTest {
  private static final List<Player> ANN = players("ann", Map.of());

  @Test
  void aPlayerBeginsToWait() {
    given()
        .when(enqueue("ann"))
        .at(3)
        .then(enqueued("ann", 3))
        .expect(state -> {
          assertThat(state.depth()).isEqualTo(1);
          assertThat(state.ticketOf(id("ann"))).contains(ticket("ann"));
        });
  }

  @Test
  void aPartyBeginsToWaitAsOne() {
    given(activated(1, rules().teams(2, 2).build(), 0))
        .when(enqueue("ann-bob"))
        .at(3)
        .then(enqueued("ann-bob", 3));
  }

  @Test
  void aTicketTouchesItsPlayersAndItsRequestAndReliesOnThem() {
    Tag player = Tag.player(id("ann"));
    Tag request = Tag.request(new RequestKey("key 1"));
    given()
        .when(enqueue("ann", ANN, "key 1"))
        .at(0)
        .relyingOn(player, request)
        .touching(Tag.ticket(ticket("ann")), player, request);
  }

  @Test
  void aRepeatedRequestMakesNoSecondTicket() {
    afterRequest().when(enqueue("another", ANN, "key 1")).at(1).thenNothing();
  }

  @Test
  void aRequestIsKnownAfterItsTicketEnded() {
    afterRequest()
        .when(cancel("ann"))
        .at(1)
        .then(cancelled("ann", 1))
        .when(enqueue("another", ANN, "key 1"))
        .at(2)
        .thenNothing();
  }

  @Test
  void aRequestKeyIsNotForOtherPlayers() {
    var reused = new RequestKeyReused(new RequestKey("key 1"));
    afterRequest()
        .when(enqueue("bob", players("bob", Map.of()), "key 1"))
        .at(1)
        .thenRejected(reused)
        .when(enqueue("ann", players("ann", Map.of("mode", new Attribute.Text("ctf"))), "key 1"))
        .at(1)
        .thenRejected(reused);
  }

  private static Scenario afterRequest() {
    return given().when(enqueue("ann", ANN, "key 1")).at(0).then(enqueued("ann", 0));
  }

  @Test
  void whoWaitsCannotWaitTwice() {
    given(activated(1, rules().teams(2, 2).build(), 0), enqueued("ann", 1))
        .when(enqueue("again", ANN))
        .at(2)
        .thenRejected(new PlayerAlreadyQueued(id("ann"), ticket("ann")))
        .when(enqueue("bob-ann"))
        .at(2)
        .thenRejected(new PlayerAlreadyQueued(id("ann"), ticket("ann")));
  }

  @Test
  void whoIsInAnOpenRoomCannotWait() {
    matched()
        .when(enqueue("again", ANN))
        .at(3)
        .thenRejected(new PlayerAlreadyQueued(id("ann"), ticket("ann")));
  }

  @Test
  void whoPlaysMayWaitAgain() {
    matched()
        .when(start("r1"))
        .at(3)
        .then(started("r1", 3))
        .when(enqueue("again", ANN))
        .at(4)
        .then(enqueued("again", ANN, 4));
  }

  @Test
  void whoLeftTheRoomMayWaitAgain() {
    matched()
        .when(leave("r1", "ann"))
        .at(3)
        .then(left("ann", "r1", 3))
        .when(enqueue("again", ANN))
        .at(4)
        .then(enqueued("again", ANN, 4));
  }

  @Test
  void whoWasRemovedWithTheirPartyMayWaitAgain() {
    given(
            activated(1, rules().teams(2, 2).build(), 0),
            enqueued("ann-bob", 0),
            enqueued("cid-dan", 0),
            match("r1").red("ann-bob").blue("cid-dan").at(1),
            left("bob", "r1", 2))
        .when(cancelMatch("r1", "server gone"))
        .at(3)
        .then(matchCancelled("r1", "server gone", tickets("cid-dan"), tickets("ann-bob"), 3))
        .when(enqueue("ann"))
        .at(4)
        .then(enqueued("ann", 4))
        .when(enqueue("cid"))
        .at(4)
        .thenRejected(new PlayerAlreadyQueued(id("cid"), ticket("cid-dan")));
  }

  @Test
  void whoCancelledMayWaitAgain() {
    given(enqueued("ann", 0), cancelled("ann", 1))
        .when(enqueue("again", ANN))
        .at(2)
        .then(enqueued("again", ANN, 2));
  }

  @Test
  void whoWaitedTooLongMayWaitAgain() {
    given(activated(1, rules().ticketTimeout(10).build(), 0), enqueued("ann", 0))
        .when(pass())
        .at(10)
        .then(expired("ann", 10))
        .when(enqueue("again", ANN))
        .at(11)
        .then(enqueued("again", ANN, 11));
  }

  @Test
  void aPlayerKeepsWhatTheyBroughtAlong() {
    Player eva = new Player(id("eva"), Map.of("free", new Attribute.Text("x")), Map.of("eu", 30));
    given().when(enqueue("eva", List.of(eva))).at(0).then(enqueued("eva", List.of(eva), 0));
  }

  private static Scenario matched() {
    return given(enqueued("ann", 0), enqueued("bob", 1), match("r1").red("ann").blue("bob").at(2));
  }
}
