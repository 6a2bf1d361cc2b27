package dev.pairtrail.application.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.application.CountedIds;
import dev.pairtrail.application.Environment;
import dev.pairtrail.application.Settings;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** What a queue says of itself. */
final class QueueRuntimeTest {
  private final QueueRuntime queue =
      new QueueRuntime(
          Instance.QUEUE,
          RuleSet.oneOnOne(),
          new Environment(
              new MemoryEventStore(InstantSource.system()),
              new CountedIds(),
              InstantSource.system(),
              Settings.defaults(),
              "here"));

  @Test
  void itIsReadyWhileItsThreadsRun() throws InterruptedException {
    assertThat(queue.problem()).contains("actor-duel does not run");
    queue.start();
    await().untilAsserted(() -> assertThat(queue.problem()).isEmpty());
    queue.stop();
    assertThat(queue.problem()).contains("does not run");
  }

  /** Nobody is there to answer a question. */
  @Test
  void itIsMeasuredWithoutItsActor() {
    assertThat(queue.measures().waiting()).isZero();
  }
}
