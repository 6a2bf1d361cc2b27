package dev.pairtrail.application.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.application.port.Checkpoints;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.queue.QueueSnapshot;
import dev.pairtrail.domain.queue.QueueState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** A state of the past is the one that was, whether folded from a checkpoint or from the start. */
final class TimeTravelTest {
  private static final QueueName QUEUE = new QueueName("duel");
  private static final int EVERY = 10;

  private final PlayedLog played = new PlayedLog(QUEUE);
  private final Checkpoints checkpoints = played.store.checkpoints(QUEUE);
  private final RecordedLog log = new RecordedLog(QUEUE, played.store.log(QUEUE), 3);
  private final TimeTravel travel = new TimeTravel(log, checkpoints, EVERY);

  @RepeatedTest(20)
  void everyStateIsTheOneThatWas(RepetitionInfo repetition) {
    played.play(new Random(repetition.getCurrentRepetition()), 150);
    QueueState folded = new QueueState(QUEUE, 1_000);
    for (LogEntry entry : played.entries()) {
      folded.evolve(entry);
      assertSame(travel.at(new LogPoint.AtPosition(entry.position())), folded);
    }
    assertThat(checkpoints.head().revision()).isGreaterThan(100); // Those were used as well.
  }

  @Test
  void aCheckpointOfAnotherLogIsPassedOver() {
    played.play(new Random(1), 30);
    Head end = played.live.head();
    QueueState other = new QueueState(QUEUE, 10);
    other.evolve(played.entries().getFirst());
    Position elsewhere = new Position(end.position().millis() - 1, 77);
    checkpoints.keep(
        new QueueSnapshot(
            QUEUE,
            new Head(elsewhere, end.revision() - 1),
            other.rules(),
            other.counts(),
            other.snapshot().tickets(),
            other.snapshot().rooms(),
            List.of(),
            Map.of(),
            List.of(),
            Optional.empty()));
    assertSame(travel.at(new LogPoint.End()), played.live);
  }

  private static void assertSame(QueueState actual, QueueState expected) {
    assertThat(actual.head()).isEqualTo(expected.head());
    assertThat(actual.rules()).isEqualTo(expected.rules());
    assertThat(actual.waiting().toList()).isEqualTo(expected.waiting().toList());
    assertThat(List.copyOf(actual.openRooms())).isEqualTo(List.copyOf(expected.openRooms()));
    assertThat(actual.counts()).isEqualTo(expected.counts());
  }
}
