package dev.pairtrail.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.application.port.Checkpoints;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.queue.QueueSnapshot;
import dev.pairtrail.domain.queue.QueueState;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The checkpoints beside a log: each is found from its own position on to the next one's. */
abstract class CheckpointContract extends StoreSuite {
  private static final long MILLIS = 1_795_326_928_712L;

  private Checkpoints checkpoints() {
    return underTest().store().checkpoints(QUEUE);
  }

  @Test
  void theLastAtOrBeforeAPositionIsFound() {
    QueueSnapshot first = checkpoint(new Position(MILLIS, 9), 10);
    QueueSnapshot second = checkpoint(new Position(MILLIS, 10), 20);
    QueueSnapshot third = checkpoint(new Position(MILLIS + 1, 0), 30);
    assertThat(checkpoints().head()).isEqualTo(Head.START);
    checkpoints().keep(second);
    checkpoints().keep(first);
    checkpoints().keep(third);
    assertThat(checkpoints().before(new Position(MILLIS, 8))).isEmpty();
    assertThat(checkpoints().before(new Position(MILLIS, 9))).contains(first);
    assertThat(checkpoints().before(new Position(MILLIS, 10))).contains(second);
    assertThat(checkpoints().before(new Position(MILLIS, Long.MAX_VALUE))).contains(second);
    assertThat(checkpoints().before(new Position(MILLIS + 9, 0))).contains(third);
    assertThat(checkpoints().head()).isEqualTo(third.head());
  }

  @Test
  void eachQueueHasItsOwn() {
    checkpoints().keep(checkpoint(new Position(5, 0), 5));
    assertThat(checkpoints().head()).isEqualTo(new Head(new Position(5, 0), 5));
    assertThat(underTest().store().checkpoints(OTHER_QUEUE).head()).isEqualTo(Head.START);
    assertThat(underTest().store().snapshots(QUEUE).newest()).isEmpty();
  }

  private static QueueSnapshot checkpoint(Position position, long revision) {
    QueueState state = new QueueState(QUEUE, 10);
    state.evolve(
        new RecordedEvent(position, revision, Set.of(), Optional.empty(), Samples.enqueued(1)));
    return state.snapshot().withoutPast();
  }
}
