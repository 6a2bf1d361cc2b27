package dev.pairtrail.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.pairtrail.application.port.Tail;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Waiting for entries at the end of a log. */
abstract class TailContract extends StoreSuite {
  private static final Duration SHORT = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofSeconds(2);

  /** Waits that end when they can are over long before; those that last their time are not. */
  private static final Duration WAKINGS_WITHIN = Duration.ofSeconds(20);

  private static final int WAKINGS = 30;

  @Test
  void givesWhatIsThereAlready() {
    List<Position> written = writer().write(Samples.tickets(3));
    try (Tail tail = log().tail()) {
      assertThat(positions(tail.await(Position.START, 10, LONG))).isEqualTo(written);
      assertThat(tail.await(Position.START, 10, LONG)).isEqualTo(readAll());
    }
  }

  @Test
  void givesAsManyAsAskedFor() {
    List<Position> written = writer().write(Samples.tickets(5));
    try (Tail tail = log().tail()) {
      assertThat(positions(tail.await(Position.START, 2, LONG))).isEqualTo(written.subList(0, 2));
      assertThat(positions(tail.await(written.get(1), 2, LONG))).isEqualTo(written.subList(2, 4));
      assertThat(positions(tail.await(written.get(3), 2, LONG))).isEqualTo(written.subList(4, 5));
    }
  }

  @Test
  void givesNothingIfNothingComes() {
    List<Position> written = writer().write(Samples.ticket(1));
    try (Tail tail = log().tail()) {
      assertThat(positions(tail.await(Position.START, 10, LONG))).isEqualTo(written);
      assertThat(tail.await(written.getLast(), 10, SHORT)).isEmpty();
    }
  }

  @Test
  void waitsOnALogThatDoesNotExistYet() {
    try (Tail tail = log().tail()) {
      assertThat(tail.await(Position.START, 10, SHORT)).isEmpty();
      Future<List<LogEntry>> awaited = Together.startWaiting(() -> awaitSome(tail, Position.START));
      List<Position> written = writer().write(Samples.ticket(1));
      assertThat(positions(Together.resultOf(awaited))).isEqualTo(written);
    }
  }

  @Test
  void wakesWhenSomethingIsAppended() {
    assertTimeout(WAKINGS_WITHIN, this::wakeOverAndOver);
  }

  private void wakeOverAndOver() {
    try (Tail tail = log().tail()) {
      Position last = Position.START;
      for (int i = 0; i < WAKINGS; i++) {
        Position after = last;
        Future<List<LogEntry>> awaited = Together.startWaiting(() -> awaitSome(tail, after));
        List<Position> written = writer().write(Samples.ticket(i));
        assertThat(positions(Together.resultOf(awaited))).isEqualTo(written);
        last = written.getLast();
      }
    }
  }

  @Test
  void wakesForAForeignEntry() {
    try (Tail tail = log().tail()) {
      Future<List<LogEntry>> awaited = Together.startWaiting(() -> awaitSome(tail, Position.START));
      underTest().appendForeign(QUEUE, Samples.enqueued(1));
      assertThat(Together.resultOf(awaited)).hasSize(1).isEqualTo(readAll());
    }
  }

  @Test
  void everyTailGetsEveryEntry() {
    int tails = 4;
    int entries = 100;
    List<List<LogEntry>> seen =
        Together.run(
            tails + 1,
            thread -> thread < tails ? () -> follow(entries) : () -> writeOneByOne(entries));
    List<LogEntry> all = readAll();
    assertThat(all)
        .extracting(LogEntry::revision)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, entries).boxed().toList());
    assertThat(seen.subList(0, tails)).containsOnly(all);
  }

  private List<LogEntry> follow(int count) {
    List<LogEntry> followed = new ArrayList<>();
    try (Tail tail = log().tail()) {
      List<LogEntry> page = awaitSome(tail, Position.START);
      while (!page.isEmpty()) {
        followed.addAll(page);
        page = followed.size() < count ? awaitSome(tail, page.getLast().position()) : List.of();
      }
    }
    return followed;
  }

  private List<LogEntry> writeOneByOne(int count) {
    for (int i = 0; i < count; i++) {
      log().append(List.of(Samples.ticket(i)), writer().condition(Set.of()));
    }
    return List.of();
  }

  @Test
  void anInterruptEndsTheWaitAndIsKept() {
    writer().write(Samples.ticket(1));
    try (Tail tail = log().tail()) {
      Position end = first(tail.await(Position.START, 10, LONG)).position();
      assertThat(Together.interrupted(() -> tail.await(end, 10, LONG))).isEmpty();
    }
    assertThat(readAll()).hasSize(1);
  }

  /** Waits a few times, for the writer may be slow. */
  private static List<LogEntry> awaitSome(Tail tail, Position after) {
    List<LogEntry> got = List.of();
    for (int i = 0; i < 5 && got.isEmpty(); i++) {
      got = tail.await(after, 10, LONG);
    }
    return got;
  }

  /** F15: a wait beyond the timeout of a connection, or for ever, cannot be asked for. */
  @Test
  void aWaitHasLimits() {
    try (Tail tail = log().tail()) {
      for (Duration wait : Samples.REFUSED_WAITS) {
        assertThatThrownBy(() -> tail.await(Position.START, 10, wait))
            .as("a wait of %s", wait)
            .isInstanceOf(IllegalArgumentException.class);
      }
      assertThatThrownBy(() -> tail.await(Position.START, 0, SHORT))
          .isInstanceOf(IllegalArgumentException.class);
      assertTimeout(LONG, () -> tail.await(Position.START, 10, Duration.ofNanos(1)));
    }
  }
}
