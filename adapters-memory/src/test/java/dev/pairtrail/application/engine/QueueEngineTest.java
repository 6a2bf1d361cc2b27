package dev.pairtrail.application.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.application.CountedIds;
import dev.pairtrail.application.ManualClock;
import dev.pairtrail.application.Outcome;
import dev.pairtrail.application.Outcome.Cause;
import dev.pairtrail.application.engine.Instance.Sent;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.PlayerEnqueued;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.RuleSetActivated;
import dev.pairtrail.domain.event.TicketCancelled;
import dev.pairtrail.domain.queue.Rejection;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the actor's duty cycle does with commands, conflicts and a store that fails. */
final class QueueEngineTest {
  private final ManualClock clock = new ManualClock();
  private final MemoryEventStore store = new MemoryEventStore(clock, 20);
  private final CountedIds ids = new CountedIds();
  private final Instance here = instance().started();
  private final Instance there = instance().started();
  private final Position start = here.folded.head().position();

  private Instance instance() {
    return new Instance(store, clock, ids, RuleSet.oneOnOne());
  }

  @Test
  void rulesEnterTheLogOnce() {
    assertThat(here.events(Position.START))
        .containsExactly(new RuleSetActivated(1, RuleSet.oneOnOne(), clock.instant()));
    assertThat(there.engine.isReady()).isTrue();
  }

  @Test
  void commandsThatTouchDifferentPlayersGoInOneAppend() {
    List<Sent> sent = IntStream.range(0, 50).mapToObj(i -> here.enqueue("p-" + i)).toList();
    int before = here.log.appends();
    here.turn(sent.stream().map(Sent::message).toArray(Message[]::new));
    assertThat(sent).allMatch(Sent::isDone);
    assertThat(here.log.appends() - before).isEqualTo(1);
  }

  @Test
  void commandsThatTouchTheSameAreDecidedOneAfterTheOther() {
    Sent first = here.enqueue("p");
    Sent second = here.enqueue("p");
    here.turn(first.message(), second.message());
    assertThat(first.isDone()).isTrue();
    assertThat(second.outcome())
        .isEqualTo(
            new Outcome.Rejected<>(
                new Rejection.PlayerAlreadyQueued(new PlayerId("p"), first.ticket())));
  }

  @Test
  void ofTwoInstancesOneGetsThePlayer() {
    Sent first = here.enqueue("p");
    Sent second = there.enqueue("p");
    here.turn(first.message());
    there.turn(second.message());
    assertThat(first.isDone()).isTrue();
    assertThat(second.outcome()).isInstanceOf(Outcome.Rejected.class);
    assertThat(here.events(start)).hasSize(1);
  }

  @Test
  void aRefusalIsGivenOnTheNewestState() {
    Sent first = here.enqueue("p");
    here.turn(first.message());
    there.turn(there.cancel(first.ticket()).message());

    Sent again = here.enqueue("p");
    here.turn(again.message());
    assertThat(again.isDone()).isTrue();
  }

  @Test
  void aLostReplyIsNoLostCommandAndNoSecondOne() {
    here.log.loseReply().loseRequest();
    Sent sent = here.enqueue("p");
    here.turn(sent.message());
    assertThat(sent.isDone()).isTrue();
    assertThat(here.events(start)).hasSize(1);
    assertThat(here.folded.state().depth()).isEqualTo(1);
  }

  @Test
  void aLostRequestIsSentAgain() {
    here.log.loseRequest().loseRequest();
    Sent sent = here.enqueue("p");
    here.turn(sent.message());
    assertThat(sent.isDone()).isTrue();
    assertThat(here.events(start)).hasSize(1);
  }

  @Test
  void afterALostReplyARefusalSettlesNothing() {
    here.log.loseReply().refuse().refuse();
    Sent sent = here.enqueue("p");
    here.turn(sent.message());
    assertThat(sent.isDone()).isTrue();
    assertThat(here.events(start)).hasSize(1);
  }

  @Test
  void whatNobodyCanTellInTimeIsUnavailableAndThereOnceOrNotAtAll() {
    here.log.loseReply();
    IntStream.range(0, 200).forEach(_ -> here.log.loseRequest());
    Sent sent = here.enqueue("p", "key");
    here.turn(sent.message());
    assertThat(sent.outcome()).isInstanceOf(Outcome.Unavailable.class);

    Sent again = there.enqueue("p", "key");
    there.turn(again.message());
    assertThat(again.outcome()).isEqualTo(new Outcome.Done<>(sent.ticket()));
    assertThat(there.events(start)).hasSize(1);
  }

  @Test
  void aStoreThatRefusesIsUnavailableAtOnceAndNothingIsWritten() {
    here.log.refuse();
    Sent sent = here.enqueue("p");
    here.turn(sent.message());
    assertThat(sent.outcome()).isEqualTo(new Outcome.Unavailable<>(Cause.STORE, "disk full"));
    assertThat(here.events(start)).isEmpty();
  }

  @Test
  void aWriterThatIsFarBehindReadsOnFirst() {
    for (int i = 0; i < 50; i++) {
      there.turn(there.enqueue("p-" + i).message());
    }
    Sent sent = here.enqueue("late");
    here.turn(sent.message());
    assertThat(sent.isDone()).isTrue();
    assertThat(here.folded.state().depth()).isEqualTo(51);
  }

  @Test
  void aLogThatChangedUnderUsIsFoldedAnew() {
    here.turn(here.enqueue("lost").message());
    store.deleteAll(Instance.QUEUE);
    clock.advance(Duration.ofSeconds(1));
    Instance fresh = instance().started();
    fresh.turn(fresh.enqueue("kept").message());

    Sent sent = here.enqueue("p");
    here.turn(sent.message());
    assertThat(sent.isDone()).isTrue();
    var room = here.folded.state().openRooms().iterator().next();
    assertThat(room.players().keySet()).containsExactly(new PlayerId("kept"), new PlayerId("p"));
  }

  @Test
  void whoLosesEveryRaceIsToldSo() {
    for (int i = 0; i < 20; i++) {
      String key = "key-" + i;
      here.log.before(() -> {
        Sent other = there.enqueue("p", key);
        there.turn(other.message());
        there.turn(there.cancel(other.ticket()).message());
      });
    }
    Sent sent = here.enqueue("p");
    here.turn(sent.message());
    assertThat(sent.outcome())
        .isInstanceOfSatisfying(
            Outcome.Unavailable.class,
            outcome -> assertThat(outcome.cause()).isEqualTo(Cause.OVERLOADED));
  }

  @Test
  void ofACancelAndAMatchExactlyOneWins() {
    Sent first = here.enqueue("p-1");
    Sent second = here.enqueue("p-2");
    here.turn(first.message(), second.message());
    here.log.before(() -> there.turn(there.cancel(first.ticket()).message()));
    here.match(here.folded.head().position());
    assertThat(here.events(start))
        .hasExactlyElementsOfTypes(
            PlayerEnqueued.class, PlayerEnqueued.class, TicketCancelled.class);
  }

  @Test
  void aPassKnowsAtLeastWhatItWasAskedToKnow() {
    there.turn(there.enqueue("p-1").message(), there.enqueue("p-2").message());
    Position last = there.folded.head().position();
    assertThat(here.match(last)).isInstanceOf(Outcome.Done.class);
    List<Event> events = here.events(last);
    assertThat(events).hasExactlyElementsOfTypes(PlayersMatched.class);
  }

  @Test
  void moreThanOnePassHoldsIsMatchedInSeveral() {
    Message[] many =
        IntStream.range(0, 1_000)
            .mapToObj(i -> here.enqueue("p-" + i).message())
            .toArray(Message[]::new);
    here.turn(many);
    here.match(here.folded.head().position());
    assertThat(here.folded.state().depth()).isZero();
    assertThat(here.folded.state().openRooms()).hasSize(500);
  }

  @Test
  void aPassThatTheStoreRefusesIsNotDone() {
    here.turn(here.enqueue("p-1").message(), here.enqueue("p-2").message());
    here.log.refuse();
    assertThat(here.match(here.folded.head().position())).isInstanceOf(Outcome.Unavailable.class);
    assertThat(here.match(here.folded.head().position())).isInstanceOf(Outcome.Done.class);
    assertThat(here.folded.state().openRooms()).hasSize(1);
  }

  @Test
  void aJoinDeadlineMakesATurnDueAndReturnsWhoJoined() {
    here.turn(here.enqueue("p-1").message(), here.enqueue("p-2").message());
    here.match(here.folded.head().position());
    var room = here.folded.state().openRooms().iterator().next();
    here.turn(here.join(room.id(), "p-1").message());

    assertThat(here.engine.nextTurn()).isEqualTo(room.deadline());
    clock.advance(Duration.ofSeconds(30));
    here.turn();
    assertThat(here.folded.state().waiting().map(t -> t.players().getFirst().id().value()))
        .containsExactly("p-1");
  }

  @Test
  void whatIsDueByTimeIsTriedAgainAfterAPauseIfTheStoreRefuses() {
    here.turn(here.enqueue("p-1").message(), here.enqueue("p-2").message());
    here.match(here.folded.head().position());
    clock.advance(Duration.ofSeconds(30));
    here.log.refuse().refuse(); // The look at the log, and the pass.
    here.turn();
    assertThat(here.engine.nextTurn())
        .hasValueSatisfying(t -> assertThat(t).isAfter(clock.instant()));
    clock.advance(Duration.ofSeconds(1));
    here.turn();
    assertThat(here.folded.state().openRooms()).isEmpty();
  }
}
