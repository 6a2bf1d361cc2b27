package dev.pairtrail.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pairtrail.application.port.AppendResult.Appended;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.domain.event.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Appending to a log and reading it. */
abstract class EventLogContract extends StoreSuite {
  @Test
  void answersAPing() {
    assertThatCode(() -> underTest().store().ping()).doesNotThrowAnyException();
  }

  @Test
  void aLogIsEmptyUntilTheFirstAppend() {
    assertThat(readAll()).isEmpty();
    List<Position> written = writer().write(Samples.ticket(1));
    assertThat(positions(readAll())).isEqualTo(written);
  }

  @Test
  void eventsAreReadInTheOrderOfTheirAppends() {
    writer().write(Samples.ticket(3), Samples.ticket(1));
    writer().write(Samples.ticket(2));
    assertThat(readAll())
        .extracting(EventLogContract::event)
        .containsExactly(Samples.enqueued(3), Samples.enqueued(1), Samples.enqueued(2));
  }

  @Test
  void anAppendAnswersWithThePositionsAndRevisionsThatAreRead() {
    Appended first = Writer.appended(writer().append(Samples.tickets(3), Set.of()));
    Appended second = Writer.appended(writer().append(Samples.tickets(2), Set.of()));
    assertThat(positions(readAll()))
        .isEqualTo(Stream.of(first, second).flatMap(a -> a.positions().stream()).toList());
    assertThat(first.firstRevision()).isEqualTo(1);
    assertThat(second.firstRevision()).isEqualTo(4);
  }

  @Test
  void positionsAreStrictlyIncreasing() {
    writeSeveralTimes();
    List<Position> positions = positions(readAll());
    assertThat(positions).hasSize(60).doesNotHaveDuplicates().isSorted();
    assertThat(positions).allMatch(position -> position.isAfter(Position.START));
  }

  @Test
  void revisionsCountFromOne() {
    writeSeveralTimes();
    assertThat(readAll())
        .extracting(LogEntry::revision)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 60).boxed().toList());
  }

  private void writeSeveralTimes() {
    for (int i = 0; i < 10; i++) {
      writer().write(Samples.ticket(i));
      writer().write(Samples.tickets(5));
    }
  }

  @Test
  void aPageHasAsManyEntriesAsAskedForWhileThereAreSome() {
    List<Position> written = writer().write(Samples.tickets(25));
    List<List<Position>> pages = new ArrayList<>();
    Position after = Position.START;
    for (int i = 0; i < 4; i++) {
      List<Position> page = positions(log().read(after, 10));
      pages.add(page);
      after = page.isEmpty() ? after : page.getLast();
    }
    assertThat(pages)
        .containsExactly(
            written.subList(0, 10), written.subList(10, 20), written.subList(20, 25), List.of());
  }

  @Test
  void aPageCanBeginAtAnyPosition() {
    List<Position> written = writer().write(Samples.tickets(3));
    Position before = new Position(written.getFirst().millis() - 1, Long.MAX_VALUE);
    assertThat(positions(log().read(before, 10))).isEqualTo(written);
    assertThat(positions(log().read(written.get(1), 10))).containsExactly(written.get(2));
    assertThat(log().read(written.get(2), 10)).isEmpty();
  }

  @Test
  void aPageCanHoldTheWholeLog() {
    writer().writeTickets(1_200);
    assertThat(log().read(Position.START, 10_000))
        .extracting(EventLogContract::event)
        .containsExactlyElementsOf(Samples.tickets(1_200).stream().map(NewEvent::event).toList());
  }

  @Test
  void logsOfDifferentQueuesAreApart() {
    EventLog other = underTest().store().log(OTHER_QUEUE);
    writer().write(Samples.ticket(1));
    new Writer(other).write(Samples.ticket(2));
    assertThat(readAll()).extracting(EventLogContract::event).containsExactly(Samples.enqueued(1));
    assertThat(readAll(other))
        .extracting(EventLogContract::event)
        .containsExactly(Samples.enqueued(2));
    assertThat(readAll(other)).extracting(LogEntry::revision).containsExactly(1L);
  }

  @Test
  void aLogIsTheSameWhereverItWasAskedFor() {
    writer().write(Samples.ticket(1));
    assertThat(readAll(underTest().store().log(QUEUE))).hasSize(1).isEqualTo(readAll());
  }

  @Test
  void anAppendOfNothingChangesNothing() {
    List<Position> written = writer().write(Samples.ticket(1));
    Head before = writer().head();
    assertThat(writer().write()).isEmpty();
    assertThat(positions(readAll())).isEqualTo(written);
    assertThat(writer().head()).isEqualTo(before);
  }

  @Test
  void theLargestBatchIsTaken() {
    List<Position> written = writer().write(Samples.tickets(EventLog.MAX_BATCH));
    assertThat(positions(log().read(Position.START, 501))).hasSize(500).isEqualTo(written);
  }

  @Test
  void aLargerBatchIsRefused() {
    List<NewEvent> tooMany = Samples.tickets(EventLog.MAX_BATCH + 1);
    assertThatThrownBy(() -> writer().append(tooMany, Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(readAll()).isEmpty();
  }

  @Test
  void aBatchIsOneStepAmongOthers() {
    int threads = 8;
    int rounds = 10;
    Together.run(
        threads,
        thread ->
            () -> {
              for (int i = 0; i < rounds; i++) {
                NewEvent event = Samples.ticket(thread);
                writer().append(List.of(event, event, event), Set.of());
              }
              return thread;
            });
    List<LogEntry> all = readAll();
    assertThat(all).hasSize(threads * rounds * 3);
    assertThat(all)
        .extracting(LogEntry::revision)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, all.size()).boxed().toList());
    for (int i = 0; i < all.size(); i += 3) {
      assertThat(all.subList(i, i + 3)).extracting(LogEntry::tags).containsOnly(all.get(i).tags());
    }
  }

  private static Object event(LogEntry entry) {
    assertThat(entry).isInstanceOf(RecordedEvent.class);
    return ((RecordedEvent) entry).event();
  }

  @Test
  void aReadHasALimit() {
    assertThatThrownBy(() -> log().read(Position.START, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** F30: an event may be large, and none is cut. */
  @Test
  void anAppendOfAMegabyteIsKeptAsItIs() {
    List<NewEvent> large = Samples.large(4, 256 * 1024);
    List<Position> written = writer().write(large);
    assertThat(positions(readAll())).isEqualTo(written);
    assertThat(readAll())
        .extracting(EventLogContract::event)
        .isEqualTo(large.stream().map(NewEvent::event).toList());
  }
}
