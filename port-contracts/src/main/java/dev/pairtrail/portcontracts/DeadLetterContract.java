package dev.pairtrail.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.application.DeadLetter;
import dev.pairtrail.application.GroupStatus.ConsumerStatus;
import dev.pairtrail.application.port.Consumer;
import dev.pairtrail.application.port.Consumer.GivenUp;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.UnreadableEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Entries that a group gives up, and consumers that are gone. */
abstract class DeadLetterContract extends GroupSuite {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.125Z");

  private static GivenUp after(int deliveries) {
    return new GivenUp("it \"failed\"", deliveries, NOW);
  }

  @Test
  void whatIsParkedIsADeadLetterAndNoLongerPending() {
    List<Position> written = writer().write(Samples.tickets(3));
    try (Consumer a = join("a")) {
      assertThat(a.read(10, LONG)).hasSize(3);
      assertThat(a.park(written.subList(1, 2), after(1))).isEqualTo(written.subList(1, 2));
    }
    DeadLetter letter = group().deadLetters(Position.START, 10).getFirst();
    assertThat(letter)
        .isEqualTo(new DeadLetter("workers", "it \"failed\"", 1, NOW, readAll().get(1)));
    assertThat(group().status().pending()).isEqualTo(2);
    assertThat(group().status().deadLetters()).isEqualTo(1);
  }

  @Test
  void whatWasDeliveredTooSeldomStaysPending() {
    List<Position> written = writer().write(Samples.tickets(2));
    try (Consumer a = join("a")) {
      assertThat(a.read(1, LONG)).hasSize(1);
      assertThat(a.claim(Duration.ZERO, 10)).hasSize(1);
      assertThat(a.read(1, LONG)).hasSize(1);
      assertThat(a.park(written, after(2))).isEqualTo(written.subList(0, 1));
    }
    assertThat(group().status().oldestPending()).contains(written.get(1));
    assertThat(group().deadLetters(Position.START, 10))
        .extracting(DeadLetter::deliveries)
        .containsExactly(2L);
  }

  @Test
  void whatIsNotPendingIsNotParked() {
    List<Position> written = writer().write(Samples.tickets(2));
    try (Consumer a = join("a")) {
      a.ack(a.read(1, LONG));
      assertThat(a.park(written, after(1))).isEmpty();
    }
    assertThat(group().deadLetters(Position.START, 10)).isEmpty();
    assertThat(group().status().lag()).hasValue(1);
  }

  @Test
  void anUnreadableEntryIsKeptAsItIs() {
    underTest().appendUnreadable(QUEUE, Map.of("hello", "wörld", "n", "{\"a\":1"));
    try (Consumer a = join("a")) {
      assertThat(a.park(a.read(1, LONG), after(1))).hasSize(1);
    }
    UnreadableEntry copy =
        (UnreadableEntry) group().deadLetters(Position.START, 10).getFirst().entry();
    assertThat(copy).isEqualTo(readAll().getFirst());
  }

  @Test
  void deadLettersAreListedInOrderAndByPage() {
    List<Position> written = writer().write(Samples.tickets(12));
    try (Consumer a = join("a")) {
      assertThat(a.read(12, LONG)).hasSize(12);
      assertThat(a.park(written.reversed(), after(1))).hasSize(12);
    }
    assertThat(group().deadLetters(Position.START, 5))
        .extracting(DeadLetter::position)
        .isEqualTo(written.subList(0, 5));
    assertThat(group().deadLetters(written.get(4), 100))
        .extracting(DeadLetter::position)
        .isEqualTo(written.subList(5, 12));
  }

  @Test
  void aRetriedLetterIsDeliveredAgainAndCountedAnew() {
    List<Position> written = writer().write(Samples.tickets(1));
    try (Consumer a = join("a");
        Consumer b = join("b")) {
      assertThat(a.park(a.read(1, LONG), after(1))).hasSize(1);
      assertThat(group().retry(written.getFirst(), "a")).isTrue();
      assertThat(group().status().deadLetters()).isZero();
      assertThat(b.claim(Duration.ofHours(1), 10)).isEqualTo(written);
      assertThat(b.park(written, after(2))).isEmpty();
      assertThat(b.park(written, after(1))).isEqualTo(written);
    }
  }

  @Test
  void anEntryThatIsGoneCannotBeRetried() {
    List<Position> written = writer().write(Samples.tickets(3));
    try (Consumer a = join("a")) {
      assertThat(a.park(a.read(1, LONG), after(1))).hasSize(1);
      underTest().trim(QUEUE, 2);
      assertThat(group().retry(written.getFirst(), "a")).isFalse();
    }
    assertThat(group().status().deadLetters()).isEqualTo(1);
    assertThat(group().retry(written.get(1), "a")).isFalse();
  }

  @Test
  void aDiscardedLetterIsGone() {
    List<Position> written = writer().write(Samples.tickets(2));
    try (Consumer a = join("a")) {
      assertThat(a.park(a.read(2, LONG), after(1))).hasSize(2);
    }
    assertThat(group().discard(written.getFirst())).isTrue();
    assertThat(group().discard(written.getFirst())).isFalse();
    assertThat(group().deadLetters(Position.START, 10))
        .extracting(DeadLetter::position)
        .isEqualTo(written.subList(1, 2));
  }

  @Test
  void theDeadLettersOfAGroupAreItsOwn() {
    writer().write(Samples.tickets(1));
    try (Consumer a = join("a")) {
      assertThat(a.park(a.read(1, LONG), after(1))).hasSize(1);
    }
    group("others").ensure();
    assertThat(group("others").deadLetters(Position.START, 10)).isEmpty();
    assertThat(group().deadLetters(Position.START, 10)).hasSize(1);
  }

  @Test
  void idleConsumersGoUnlessTheyHoldSomething() {
    writer().write(Samples.tickets(3));
    try (Consumer holds = join("holds");
        Consumer idles = join("idles");
        Consumer stays = join("stays")) {
      assertThat(holds.read(1, LONG)).hasSize(1);
      idles.ack(idles.read(1, LONG));
      stays.ack(stays.read(1, LONG));
      assertThat(stays.removeIdle(Duration.ofHours(1))).isEmpty();
      assertThat(stays.removeIdle(Duration.ZERO)).containsExactly("idles");
      assertThat(group().status().consumers())
          .extracting(ConsumerStatus::name)
          .containsExactlyInAnyOrder("holds", "stays");
      assertThat(group().status().pending()).isEqualTo(1);
    }
  }

  @Test
  void aRemovedConsumerThatComesBackGoesOn() {
    writer().write(Samples.tickets(2));
    try (Consumer a = join("a");
        Consumer b = join("b")) {
      a.ack(a.read(1, LONG));
      assertThat(b.removeIdle(Duration.ZERO)).containsExactly("a");
      assertThat(a.read(1, LONG)).hasSize(1);
    }
    assertThat(pendingOf("a")).isEqualTo(1);
  }

  @Test
  void theLagIsTrueAfterATrim() {
    writer().write(Samples.tickets(10));
    try (Consumer a = join("a")) {
      a.ack(a.read(4, LONG));
      underTest().trim(QUEUE, 3);
      assertThat(group().status().lag()).hasValue(3);
      a.ack(a.read(3, LONG));
      assertThat(group().status().lag()).hasValue(0);
    }
  }
}
