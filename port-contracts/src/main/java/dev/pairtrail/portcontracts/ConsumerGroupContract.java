package dev.pairtrail.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.pairtrail.application.GroupStatus;
import dev.pairtrail.application.port.Consumer;
import dev.pairtrail.domain.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Consumers that share the entries of a log. */
abstract class ConsumerGroupContract extends GroupSuite {
  /** Waits that end when they can are over long before; those that last their time are not. */
  private static final Duration WAKINGS_WITHIN = Duration.ofSeconds(20);

  private static final int WAKINGS = 30;

  @Test
  void aGroupBeginsWithTheFirstEntry() {
    List<Position> written = writer().write(Samples.tickets(3));
    group().ensure();
    try (Consumer consumer = join("a")) {
      assertThat(consumer.read(10, LONG)).isEqualTo(written);
    }
  }

  @Test
  void aGroupCanComeBeforeTheLog() {
    group().ensure();
    List<Position> written = writer().write(Samples.tickets(3));
    try (Consumer consumer = join("a")) {
      assertThat(consumer.read(10, LONG)).isEqualTo(written);
    }
    assertThat(positions(readAll())).isEqualTo(written);
  }

  @Test
  void ensuringAGroupAgainChangesNothing() {
    List<Position> written = writer().write(Samples.tickets(3));
    try (Consumer consumer = join("a")) {
      assertThat(consumer.read(2, LONG)).hasSize(2);
      group().ensure();
      assertThat(consumer.read(10, LONG)).containsExactly(written.get(2));
    }
    assertThat(group().status().pending()).isEqualTo(3);
  }

  @Test
  void anEntryIsDeliveredOnce() {
    List<Position> written = writer().write(Samples.tickets(5));
    try (Consumer a = join("a");
        Consumer b = join("b")) {
      assertThat(a.read(2, LONG)).isEqualTo(written.subList(0, 2));
      assertThat(b.read(2, LONG)).isEqualTo(written.subList(2, 4));
      assertThat(a.read(2, LONG)).isEqualTo(written.subList(4, 5));
      assertThat(b.read(2, SHORT)).isEmpty();
    }
  }

  @Test
  void groupsAreApart() {
    List<Position> written = writer().write(Samples.tickets(3));
    try (Consumer a = join("a");
        Consumer b = group("others").join("a")) {
      group("others").ensure();
      a.ack(a.read(10, LONG));
      assertThat(b.read(10, LONG)).isEqualTo(written);
    }
    assertThat(group().status().pending()).isZero();
    assertThat(group("others").status().pending()).isEqualTo(3);
  }

  @Test
  void whatIsDeliveredIsWhatIsRead() {
    writer().write(EveryEvent.list().stream().map(Samples::newEvent).toList());
    try (Consumer consumer = join("a")) {
      assertThat(consumer.read(100, LONG)).isNotEmpty().isEqualTo(positions(readAll()));
    }
  }

  @Test
  void aConsumerWakesWhenSomethingIsAppended() {
    assertTimeout(WAKINGS_WITHIN, this::wakeOverAndOver);
  }

  private void wakeOverAndOver() {
    try (Consumer consumer = join("a")) {
      for (int i = 0; i < WAKINGS; i++) {
        Future<List<Position>> delivered = Together.startWaiting(() -> readSome(consumer));
        List<Position> written = writer().write(Samples.ticket(i));
        assertThat(Together.resultOf(delivered)).isEqualTo(written);
      }
    }
  }

  @Test
  void anInterruptEndsTheWaitAndIsKept() {
    writer().write(Samples.ticket(1));
    try (Consumer consumer = join("a")) {
      assertThat(consumer.read(10, LONG)).hasSize(1);
      assertThat(Together.interrupted(() -> consumer.read(10, LONG))).isEmpty();
    }
  }

  @Test
  void anEntryIsPendingUntilItIsAcknowledged() {
    List<Position> written = writer().write(Samples.tickets(3));
    try (Consumer consumer = join("a")) {
      assertThat(consumer.read(10, LONG)).hasSize(3);
      consumer.ack(List.of(written.get(1), written.get(0)));
      assertThat(group().status().pending()).isEqualTo(1);
      assertThat(group().status().oldestPending()).contains(written.get(2));
      consumer.ack(List.of(written.get(2)));
    }
    assertThat(group().status().pending()).isZero();
    assertThat(group().status().oldestPending()).isEmpty();
    assertThat(group().status().lastDelivered()).isEqualTo(written.get(2));
  }

  @Test
  void acknowledgingWhatIsNotPendingChangesNothing() {
    List<Position> written = writer().write(Samples.tickets(2));
    try (Consumer consumer = join("a")) {
      assertThat(consumer.read(1, LONG)).hasSize(1);
      consumer.ack(List.of());
      consumer.ack(List.of(written.get(1), new Position(1, 1), Position.START));
      assertThat(group().status().pending()).isEqualTo(1);
      assertThat(consumer.read(1, LONG)).containsExactly(written.get(1));
      consumer.ack(written);
      consumer.ack(written);
      assertThat(group().status().pending()).isZero();
    }
  }

  @Test
  void aConsumerThatLeavesKeepsWhatIsPending() {
    writer().write(Samples.tickets(3));
    try (Consumer consumer = join("a")) {
      assertThat(consumer.read(2, LONG)).hasSize(2);
    }
    try (Consumer again = join("a")) {
      assertThat(again.read(10, LONG)).hasSize(1);
    }
    assertThat(pendingOf("a")).isEqualTo(3);
  }

  @Test
  void theStatusOfANewGroupIsThatOfItsLog() {
    writer().write(Samples.tickets(3));
    group().ensure();
    GroupStatus status = group().status();
    assertThat(status.group()).isEqualTo("workers");
    assertThat(status.length()).isEqualTo(3);
    assertThat(status.lag()).hasValue(3);
    assertThat(status.pending()).isZero();
    assertThat(status.oldestPending()).isEqualTo(Optional.empty());
    assertThat(status.lastDelivered()).isEqualTo(Position.START);
  }

  @Test
  void theStatusTellsWhatWasDelivered() {
    List<Position> written = writer().write(Samples.tickets(10));
    try (Consumer a = join("a");
        Consumer b = join("b")) {
      a.ack(a.read(1, LONG));
      assertThat(a.read(2, LONG)).hasSize(2);
      assertThat(b.read(4, LONG)).hasSize(4);
      GroupStatus status = group().status();
      assertThat(status.length()).isEqualTo(10);
      assertThat(status.lag()).hasValue(3);
      assertThat(status.pending()).isEqualTo(6);
      assertThat(status.oldestPending()).contains(written.get(1));
      assertThat(status.lastDelivered()).isEqualTo(written.get(6));
      assertThat(pendingOf("a")).isEqualTo(2);
      assertThat(pendingOf("b")).isEqualTo(4);
    }
  }

  @Test
  void consumersAtOnceGetEachEntryOnce() {
    int entries = 400;
    writer().write(Samples.tickets(entries));
    group().ensure();
    AtomicInteger left = new AtomicInteger(entries);
    List<Position> delivered =
        Together.run(6, thread -> () -> consumeWhile(left, "consumer-" + thread)).stream()
            .flatMap(List::stream)
            .toList();
    assertThat(delivered)
        .hasSize(entries)
        .containsExactlyInAnyOrderElementsOf(positions(readAll()));
    assertThat(group().status().pending()).isZero();
  }

  private List<Position> consumeWhile(AtomicInteger left, String name) {
    List<Position> own = new ArrayList<>();
    try (Consumer consumer = join(name)) {
      List<Position> batch = consumer.read(7, LONG);
      while (!batch.isEmpty()) {
        own.addAll(batch);
        consumer.ack(batch);
        int rest = left.addAndGet(-batch.size());
        batch = rest > 0 ? consumer.read(7, SHORT) : List.of();
      }
    }
    return own;
  }

  /** F15: a wait beyond the timeout of a connection, or for ever, cannot be asked for. */
  @Test
  void aWaitHasLimits() {
    try (Consumer consumer = join("one")) {
      for (Duration wait : Samples.REFUSED_WAITS) {
        assertThatThrownBy(() -> consumer.read(10, wait))
            .as("a wait of %s", wait)
            .isInstanceOf(IllegalArgumentException.class);
      }
      assertThatThrownBy(() -> consumer.read(0, SHORT))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> consumer.claim(SHORT, 0))
          .isInstanceOf(IllegalArgumentException.class);
      assertTimeout(LONG, () -> consumer.read(10, Duration.ofNanos(1)));
    }
  }
}
