package dev.pairtrail.application.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.application.CountedIds;
import dev.pairtrail.application.ManualClock;
import dev.pairtrail.application.Outcome;
import dev.pairtrail.application.Settings;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.queue.Command;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The actor on its thread. */
final class QueueActorTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final ManualClock clock = new ManualClock();
  private final CountedIds ids = new CountedIds();
  private final Instance instance =
      new Instance(new MemoryEventStore(clock), clock, ids, RuleSet.oneOnOne());
  private final QueueActor actor =
      new QueueActor("actor", instance.engine, Settings.defaults(), clock);

  @BeforeEach
  void start() {
    actor.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    actor.stop(SOON);
  }

  private Outcome<Integer> enqueue(String player, Function<QueueState, Integer> view) {
    Command command =
        new Command.Enqueue(
            ids.newTicket(), List.of(Player.of(new PlayerId(player))), Optional.empty());
    return Answers.await(actor.submit(command, Origin.NONE, view), SOON);
  }

  @Test
  void anErrorIsAnsweredAndTheNextCommandIsCarriedOut() {
    assertThat(enqueue("p-1", QueueActorTest::recurse)).isInstanceOf(Outcome.Unavailable.class);
    assertThat(enqueue("p-2", QueueState::depth)).isInstanceOf(Outcome.Done.class);
    assertThat(actor.thread().isAlive()).isTrue();
  }

  private static int recurse(QueueState state) {
    throw new StackOverflowError("too deep for " + state.queue());
  }
}
