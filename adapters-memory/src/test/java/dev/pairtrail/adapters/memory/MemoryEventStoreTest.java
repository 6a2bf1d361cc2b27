package dev.pairtrail.adapters.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pairtrail.application.GroupStatus;
import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.AppendResult;
import dev.pairtrail.application.port.AppendResult.Appended;
import dev.pairtrail.application.port.Consumer;
import dev.pairtrail.application.port.ConsumerGroup;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.Tail;
import dev.pairtrail.domain.EventId;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.Metadata;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.domain.event.TicketExpired;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What depends on the clock or is the memory store's own. */
class MemoryEventStoreTest {
  private static final QueueName QUEUE = new QueueName("duel");
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final NewEvent EVENT =
      new NewEvent(
          new Metadata(new EventId(new UUID(1, 1)), Origin.NONE),
          Set.of(),
          new TicketExpired(new TicketId("t"), Instant.EPOCH));

  private Instant now = Instant.ofEpochMilli(5_000);
  private final MemoryEventStore store = new MemoryEventStore(() -> now);
  private final EventLog log = store.log(QUEUE);
  private final ConsumerGroup group = store.group(QUEUE, "workers");

  @Test
  void positionsHaveTheTimeOfTheClock() {
    assertThat(append(2)).containsExactly(new Position(5_000, 0), new Position(5_000, 1));
    now = now.plusMillis(7);
    assertThat(append(1)).containsExactly(new Position(5_007, 0));
  }

  @Test
  void positionsIncreaseWhenTheClockGoesBack() {
    append(1);
    now = now.minusSeconds(1);
    assertThat(append(2)).containsExactly(new Position(5_000, 1), new Position(5_000, 2));
  }

  @Test
  void noPositionIsTheStart() {
    now = Instant.EPOCH;
    assertThat(append(1)).containsExactly(new Position(0, 1));
  }

  @Test
  void aLogWhoseEndWasLostIsAnotherAlsoIfItsRevisionsFit() {
    append(1);
    now = now.plusMillis(10);
    Head head = new Head(append(1).getLast(), 2);
    store.deleteAll(QUEUE);
    now = now.minusMillis(5);
    append(2);
    now = now.plusMillis(10);
    Position last = append(1).getLast();
    assertThat(log.append(List.of(EVENT), new AppendCondition(head, Set.of())))
        .isEqualTo(new AppendResult.Diverged(last));
  }

  @Test
  void theLimitOfMissedEntriesCanBeSet() {
    EventLog impatient = new MemoryEventStore(() -> now, 1).log(QUEUE);
    AppendCondition start = new AppendCondition(Head.START, Set.of());
    impatient.append(List.of(EVENT), start);
    assertThat(impatient.append(List.of(EVENT), start)).isInstanceOf(Appended.class);
    assertThat(impatient.append(List.of(EVENT), start))
        .isInstanceOf(AppendResult.TooFarBehind.class);
  }

  @Test
  void entriesAreClaimedOnceTheyWereIdleForSoLong() {
    append(2);
    try (Consumer a = group.join("a");
        Consumer b = group.join("b")) {
      List<Position> first = a.read(1, MOMENT);
      now = now.plusSeconds(10);
      assertThat(a.read(1, MOMENT)).hasSize(1);
      assertThat(b.claim(Duration.ofSeconds(11), 10)).isEmpty();
      assertThat(b.claim(Duration.ofSeconds(10), 10)).hasSize(1).isEqualTo(first);
    }
  }

  @Test
  void aClaimIsADelivery() {
    append(1);
    try (Consumer a = group.join("a");
        Consumer b = group.join("b")) {
      a.read(1, MOMENT);
      now = now.plusSeconds(10);
      assertThat(b.claim(Duration.ofSeconds(10), 10)).hasSize(1);
      assertThat(a.claim(Duration.ofSeconds(10), 10)).isEmpty();
      now = now.plusSeconds(10);
      assertThat(a.claim(Duration.ofSeconds(10), 10)).hasSize(1);
    }
  }

  @Test
  void theStatusTellsHowLongAConsumerIsIdle() {
    append(1);
    try (Consumer a = group.join("a")) {
      a.read(1, MOMENT);
      now = now.plusSeconds(3);
      assertThat(group.status().consumers())
          .containsExactly(new GroupStatus.ConsumerStatus("a", 1, Duration.ofSeconds(3)));
      now = now.minusSeconds(60);
      assertThat(group.status().consumers())
          .containsExactly(new GroupStatus.ConsumerStatus("a", 1, Duration.ZERO));
    }
  }

  @Test
  void askingForTheStatusCreatesNoGroup() {
    append(2);
    assertThat(group.status().lag()).hasValue(2);
    assertThat(group.status().consumers()).isEmpty();
  }

  @Test
  void whatThePortsDoNotAllowIsRefused() {
    assertThatThrownBy(() -> log.read(Position.START, 0))
        .isInstanceOf(IllegalArgumentException.class);
    try (Tail tail = log.tail();
        Consumer consumer = group.join("a")) {
      assertThatThrownBy(() -> tail.await(Position.START, 1, Duration.ZERO))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> consumer.read(1, Duration.ofSeconds(3)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> consumer.claim(Duration.ZERO, 0))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new MemoryEventStore(() -> now, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<Position> append(int count) {
    List<NewEvent> events = Collections.nCopies(count, EVENT);
    Head head =
        log.read(Position.START, 1_000).stream()
            .reduce((_, last) -> last)
            .map(last -> new Head(last.position(), last.revision()))
            .orElse(Head.START);
    AppendResult result = log.append(events, new AppendCondition(head, Set.of()));
    assertThat(result).isInstanceOf(Appended.class);
    return ((Appended) result).positions();
  }
}
