package dev.pairtrail.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.application.port.Consumer;
import dev.pairtrail.domain.Position;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What becomes of entries whose consumer is gone, and of a group that is. */
abstract class ClaimContract extends GroupSuite {
  private static final Duration AN_HOUR = Duration.ofHours(1);

  @Test
  void pendingEntriesCanBeTakenOver() {
    writer().write(Samples.tickets(3));
    try (Consumer a = join("a");
        Consumer b = join("b")) {
      assertThat(a.read(10, LONG)).hasSize(3);
      assertThat(b.claim(Duration.ZERO, 10)).hasSize(3).isEqualTo(positions(readAll()));
    }
    assertThat(pendingOf("a")).isZero();
    assertThat(pendingOf("b")).isEqualTo(3);
    assertThat(group().status().pending()).isEqualTo(3);
  }

  @Test
  void aConsumerCanTakeOverItsOwn() {
    writer().write(Samples.tickets(3));
    try (Consumer a = join("a")) {
      assertThat(a.read(10, LONG)).hasSize(3);
      assertThat(a.claim(Duration.ZERO, 10)).hasSize(3).isEqualTo(positions(readAll()));
    }
    assertThat(pendingOf("a")).isEqualTo(3);
  }

  @Test
  void entriesThatAreNotIdleLongEnoughStayWhereTheyAre() {
    writer().write(Samples.tickets(3));
    try (Consumer a = join("a");
        Consumer b = join("b")) {
      assertThat(a.read(10, LONG)).hasSize(3);
      assertThat(b.claim(AN_HOUR, 10)).isEmpty();
    }
    assertThat(pendingOf("a")).isEqualTo(3);
    assertThat(pendingOf("b")).isZero();
  }

  @Test
  void theOldestAreTakenOverFirst() {
    List<Position> written = writer().write(Samples.tickets(5));
    try (Consumer a = join("a");
        Consumer b = join("b")) {
      assertThat(a.read(10, LONG)).hasSize(5);
      a.ack(List.of(written.getFirst()));
      assertThat(b.claim(Duration.ZERO, 2)).isEqualTo(written.subList(1, 3));
    }
    assertThat(pendingOf("a")).isEqualTo(2);
    assertThat(pendingOf("b")).isEqualTo(2);
  }

  @Test
  void whatIsAcknowledgedOrNotDeliveredCannotBeTakenOver() {
    List<Position> written = writer().write(Samples.tickets(3));
    try (Consumer a = join("a");
        Consumer b = join("b")) {
      a.ack(a.read(1, LONG));
      assertThat(a.read(1, LONG)).hasSize(1);
      assertThat(b.claim(Duration.ZERO, 10)).containsExactly(written.get(1));
    }
  }

  @Test
  void anyConsumerCanAcknowledge() {
    writer().write(Samples.tickets(3));
    try (Consumer a = join("a");
        Consumer b = join("b")) {
      assertThat(a.read(10, LONG)).hasSize(3);
      List<Position> claimed = b.claim(Duration.ZERO, 10);
      a.ack(claimed);
      assertThat(claimed).hasSize(3);
    }
    assertThat(group().status().pending()).isZero();
  }

  @Test
  void entriesThatWereTrimmedAreNoLongerPending() {
    List<Position> written = writer().write(Samples.tickets(5));
    try (Consumer a = join("a");
        Consumer b = join("b")) {
      assertThat(a.read(10, LONG)).hasSize(5);
      underTest().trim(QUEUE, 2);
      assertThat(b.claim(Duration.ZERO, 100)).isEqualTo(written.subList(3, 5));
    }
    assertThat(group().status().pending()).isEqualTo(2);
    assertThat(group().status().length()).isEqualTo(2);
  }

  @Test
  void entriesThatWereTrimmedAreNotDelivered() {
    List<Position> written = writer().write(Samples.tickets(5));
    group().ensure();
    underTest().trim(QUEUE, 2);
    try (Consumer a = join("a")) {
      assertThat(a.read(10, LONG)).isEqualTo(written.subList(3, 5));
    }
  }

  @Test
  void consumersAtOnceTakeOverEverything() {
    writer().write(Samples.tickets(100));
    try (Consumer dead = join("dead")) {
      assertThat(dead.read(100, LONG)).hasSize(100);
    }
    List<List<Position>> claimed =
        Together.run(6, thread -> () -> claimAndAck("consumer-" + thread));
    assertThat(claimed.stream().flatMap(List::stream).distinct())
        .containsExactlyInAnyOrderElementsOf(positions(readAll()));
    assertThat(group().status().pending()).isZero();
  }

  private List<Position> claimAndAck(String name) {
    try (Consumer consumer = join(name)) {
      List<Position> claimed = consumer.claim(Duration.ZERO, 100);
      consumer.ack(claimed);
      return claimed;
    }
  }

  @Test
  void aConsumerBringsAGroupBackThatVanished() {
    List<Position> written = writer().write(Samples.tickets(3));
    try (Consumer a = join("a")) {
      a.ack(a.read(10, LONG));
      underTest().removeGroup(QUEUE, "workers");
      assertThat(readSome(a)).isEqualTo(written);
    }
    assertThat(group().status().pending()).isEqualTo(3);
  }

  @Test
  void aClaimBringsAGroupBackThatVanished() {
    List<Position> written = writer().write(Samples.tickets(3));
    try (Consumer a = join("a")) {
      assertThat(a.read(2, LONG)).hasSize(2);
      underTest().removeGroup(QUEUE, "workers");
      assertThat(a.claim(Duration.ZERO, 10)).isEmpty();
      assertThat(readSome(a)).isEqualTo(written);
    }
  }

  @Test
  void acknowledgingInAGroupThatVanishedDoesNothing() {
    List<Position> written = writer().write(Samples.tickets(3));
    try (Consumer a = join("a")) {
      List<Position> delivered = a.read(10, LONG);
      underTest().removeGroup(QUEUE, "workers");
      a.ack(delivered);
      assertThat(readSome(a)).isEqualTo(written);
    }
  }

  @Test
  void aGroupThatVanishesUnderAWaitingConsumerComesBack() {
    List<Position> written = writer().write(Samples.tickets(3));
    try (Consumer a = join("a")) {
      a.ack(a.read(10, LONG));
      Future<List<Position>> delivered = Together.startWaiting(() -> readSome(a));
      underTest().removeGroup(QUEUE, "workers");
      assertThat(Together.resultOf(delivered)).isEqualTo(written);
    }
  }

  @Test
  void aLogThatIsWrittenAnewUnderAWaitingConsumerIsDelivered() {
    writer().write(Samples.tickets(3));
    try (Consumer a = join("a")) {
      a.ack(a.read(10, LONG));
      Future<List<Position>> delivered = Together.startWaiting(() -> readSome(a));
      underTest().deleteAll(QUEUE);
      List<Position> anew = new Writer(log()).write(Samples.ticket(9));
      assertThat(Together.resultOf(delivered)).isEqualTo(anew);
    }
  }
}
