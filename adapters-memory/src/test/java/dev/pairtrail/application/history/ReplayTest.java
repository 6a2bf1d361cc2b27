package dev.pairtrail.application.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.domain.EventId;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.EventTags;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.Metadata;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.domain.event.PlayerEnqueued;
import dev.pairtrail.domain.queue.QueueState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A log is read page by page, to the place that was asked for, and folded. */
final class ReplayTest {
  private static final QueueName QUEUE = new QueueName("duel");
  private static final int PAGE = 7;
  private static final Instant START = Instant.parse("2026-11-27T10:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final EventLog log = new MemoryEventStore(now::get).log(QUEUE);
  private final RecordedLog recorded = new RecordedLog(QUEUE, log, PAGE);

  @Test
  void allIsFolded() {
    enqueued(100);
    List<LogEntry> heard = new ArrayList<>();
    QueueState state =
        Replay.fold(recorded, new QueueState(QUEUE, 10), new LogPoint.End(), heard::addAll);
    assertThat(state.depth()).isEqualTo(100);
    assertThat(heard).isEqualTo(log.read(Position.START, 1_000));
  }

  @Test
  void aTimeEndsIt() {
    enqueued(10);
    assertThat(folded(new LogPoint.AtTime(START.plusMillis(3))).depth()).isEqualTo(4);
    assertThat(folded(new LogPoint.AtTime(START.minusMillis(1))).depth()).isZero();
  }

  @Test
  void aPositionEndsItAndBelongsToIt() {
    enqueued(20);
    Position eighth = log.read(Position.START, 8).getLast().position();
    QueueState state = folded(new LogPoint.AtPosition(eighth));
    assertThat(state.head()).isEqualTo(new Head(eighth, 8));
  }

  @Test
  void theEndIsFound() {
    assertThat(recorded.end()).isEmpty();
    enqueued(1);
    assertThat(recorded.end()).contains(log.read(Position.START, 1).getLast().position());
    now.set(START); // All in one millisecond, on more than one page.
    enqueuedAtOnce(3 * PAGE);
    assertThat(recorded.end()).contains(log.read(Position.START, 100).getLast().position());
  }

  @Test
  void placesAreWrittenAsPositionsOrTimes() {
    assertThat(LogPoint.parse("1795326928712-3"))
        .isEqualTo(new LogPoint.AtPosition(new Position(1_795_326_928_712L, 3)));
    assertThat(LogPoint.parse("2026-11-27T10:00:00Z")).isEqualTo(new LogPoint.AtTime(START));
    for (String bad :
        List.of("", "yesterday", "2026-11-27T", "-5", "+1000000000-01-01T00:00:00Z")) {
      assertThatThrownBy(() -> LogPoint.parse(bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("takes a position such as");
    }
  }

  private QueueState folded(LogPoint to) {
    return Replay.fold(recorded, new QueueState(QUEUE, 10), to, Progress.NONE);
  }

  private void enqueued(int count) {
    for (int i = 0; i < count; i++) {
      enqueuedAtOnce(1);
      now.updateAndGet(time -> time.plusMillis(1));
    }
  }

  private void enqueuedAtOnce(int count) {
    for (int i = 0; i < count; i++) {
      UUID id = UUID.randomUUID();
      Event event =
          new PlayerEnqueued(
              new TicketId(id.toString()), Player.of(new PlayerId("p-" + id)), now.get());
      NewEvent added =
          new NewEvent(new Metadata(new EventId(id), Origin.NONE), EventTags.of(event), event);
      log.append(List.of(added), new AppendCondition(Head.START, Set.of()));
    }
  }
}
