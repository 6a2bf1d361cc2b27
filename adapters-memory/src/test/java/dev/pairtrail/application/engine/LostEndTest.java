package dev.pairtrail.application.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.adapters.memory.Replica;
import dev.pairtrail.application.CountedIds;
import dev.pairtrail.application.ManualClock;
import dev.pairtrail.application.Outcome;
import dev.pairtrail.application.engine.Instance.Sent;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.PlayerEnqueued;
import dev.pairtrail.domain.event.RuleSetActivated;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an engine does about a log that lost its end; the simulation found these. */
final class LostEndTest {
  private static final Duration FAILOVER = Duration.ofSeconds(1);

  private final ManualClock clock = new ManualClock();
  private final MemoryEventStore store = new MemoryEventStore(clock, 20);
  private final CountedIds ids = new CountedIds();
  private final Instance here = instance().started();
  private final Instance there = instance().started();
  private final Position start = here.folded.head().position();
  private final Replica replica = store.replica(Instance.QUEUE);

  private Instance instance() {
    return new Instance(store, clock, ids, RuleSet.oneOnOne());
  }

  private void failOver() {
    store.failOver(Instance.QUEUE, replica);
    clock.advance(FAILOVER);
  }

  private static List<String> waiting(Instance instance) {
    return instance
        .folded
        .state()
        .waiting()
        .map(ticket -> ticket.players().getFirst().id().value())
        .toList();
  }

  @Test
  void whatFollowsTheLossIsNotFoldedOnTopOfIt() {
    here.turn(here.enqueue("lost").message());
    there.folded.catchUp();
    failOver();
    here.turn(here.enqueue("kept").message());

    Position head = there.folded.head().position();
    there.turn(new Message.Observed(there.log.read(head, 10)));
    assertThat(waiting(there)).containsExactly("kept");
  }

  @Test
  void aRepeatedRequestIsNotAnsweredByWhatIsLost() {
    Sent first = here.enqueue("p", "key");
    here.turn(first.message());
    failOver();

    Sent again = here.enqueue("p", "key");
    here.turn(again.message());
    assertThat(again.outcome()).isEqualTo(new Outcome.Done<>(again.ticket()));
    assertThat(here.events(start)).hasExactlyElementsOfTypes(PlayerEnqueued.class);
  }

  @Test
  void anIdleInstanceNoticesIt() {
    here.turn(here.enqueue("lost").message());
    failOver();
    here.turn();
    assertThat(waiting(here)).containsExactly("lost");
    clock.advance(Duration.ofSeconds(10));
    here.turn();
    assertThat(waiting(here)).isEmpty();
  }

  @Test
  void rulesThatWereLostArePutInForceAgain() {
    store.deleteAll(Instance.QUEUE);
    clock.advance(FAILOVER);
    here.turn(here.enqueue("p").message());
    assertThat(here.events(Position.START))
        .hasExactlyElementsOfTypes(RuleSetActivated.class, PlayerEnqueued.class);
  }

  @Test
  void nothingIsDecidedBeforeTheRulesAreInForce() {
    store.deleteAll(Instance.QUEUE);
    clock.advance(FAILOVER);
    Instance fresh = instance();
    fresh.engine.load();
    fresh.log.refuse();
    Sent sent = fresh.enqueue("p");
    fresh.turn(sent.message());
    assertThat(sent.outcome()).isInstanceOf(Outcome.Unavailable.class);
    assertThat(fresh.events(Position.START)).isEmpty();
  }

  @Test
  void aCommandIsAnsweredThoughTheLogCannotBeReadOn() {
    for (int i = 0; i < 50; i++) {
      there.turn(there.enqueue("p-" + i).message());
    }
    here.log.failRead();
    Sent sent = here.enqueue("late");
    here.turn(sent.message());
    assertThat(sent.answer()).isDone();
    assertThat(sent.outcome()).isInstanceOf(Outcome.Unavailable.class);
  }
}
