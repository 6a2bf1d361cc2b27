package dev.pairtrail.application.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.application.history.Import.Done;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.EventTags;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.PlayerEnqueued;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.UnreadableEntry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A log is brought in as a whole, goes on where it was broken off, and mixes with no other. */
final class ImportTest {
  private static final QueueName QUEUE = new QueueName("duel");

  private final EventLog log = new MemoryEventStore(InstantSource.system()).log(QUEUE);
  private final RecordedLog recorded = new RecordedLog(QUEUE, log, 100);

  @Test
  void allIsBroughtIn() {
    List<LogEntry> entries = entries(1, 1_234);
    List<LogEntry> heard = new ArrayList<>();
    assertThat(new Import(recorded, log, source(entries)).run(heard::addAll))
        .isEqualTo(new Done(1_234, 1_234));
    assertThat(all()).isEqualTo(entries);
    assertThat(heard).isEqualTo(entries);
  }

  @Test
  void itGoesOnWhereItWasBrokenOff() {
    List<LogEntry> entries = entries(1, 1_234);
    for (int there : List.of(0, 1, 500, 777, 1_000, 1_234)) {
      int before = all().size();
      assertThat(imported(entries.subList(0, there))).isEqualTo(new Done(there, there - before));
    }
    assertThat(imported(entries)).isEqualTo(new Done(1_234, 0));
    assertThat(all()).isEqualTo(entries);
  }

  @Test
  void aLogWithOtherEntriesIsLeftAsItIs() {
    imported(entries(1, 20));
    List<LogEntry> differing = new ArrayList<>(entries(1, 30));
    differing.set(17, unreadable(18, "why"));
    assertThatThrownBy(() -> imported(differing))
        .isInstanceOf(ImportRefusedException.class)
        .hasMessage("the log has an entry that is not of the export, at 1000-18");
    assertThatThrownBy(() -> imported(entries(1, 19)))
        .isInstanceOf(ImportRefusedException.class)
        .hasMessageEndingWith("1000-20");
    assertThat(all()).isEqualTo(entries(1, 20));
  }

  @Test
  void aPartOfALogIsRefused() {
    assertThatThrownBy(() -> imported(entries(5, 20)))
        .isInstanceOf(ImportRefusedException.class)
        .hasMessageContaining("entry 1, at 1000-5, is its 5.");
    List<LogEntry> gap = new ArrayList<>(entries(1, 20));
    gap.remove(12);
    assertThatThrownBy(() -> imported(gap)).hasMessageContaining("entry 13, at 1000-14");
    assertThat(all()).isEmpty();
  }

  @Test
  void whatIsNoEventIsTheSameHoweverAStoreSaysSo() {
    List<LogEntry> entries = new ArrayList<>(entries(1, 3));
    entries.add(unreadable(4, "as one store says"));
    imported(entries);
    entries.set(3, unreadable(4, "as another says"));
    assertThat(imported(entries)).isEqualTo(new Done(4, 0));
  }

  @Test
  void nothingIsAWholeLogToo() {
    assertThat(imported(List.of())).isEqualTo(new Done(0, 0));
    imported(entries(1, 1));
    assertThatThrownBy(() -> imported(List.of())).isInstanceOf(ImportRefusedException.class);
  }

  private Done imported(List<LogEntry> entries) {
    return new Import(recorded, log, source(entries)).run(Progress.NONE);
  }

  private static Import.Source source(List<LogEntry> entries) {
    List<LogEntry> left = new ArrayList<>(entries);
    return limit -> {
      List<LogEntry> next = left.subList(0, Math.min(limit, left.size()));
      List<LogEntry> taken = List.copyOf(next);
      next.clear();
      return taken;
    };
  }

  private List<LogEntry> all() {
    return log.read(Position.START, 10_000);
  }

  private static LogEntry unreadable(long number, String reason) {
    return new UnreadableEntry(
        new Position(1_000, number), 0, Set.of(), reason, Map.of("what", "is this"));
  }

  private static List<LogEntry> entries(long first, long last) {
    return LongStream.rangeClosed(first, last).mapToObj(ImportTest::entry).toList();
  }

  private static LogEntry entry(long number) {
    PlayerEnqueued event =
        new PlayerEnqueued(
            new TicketId("t-" + number), Player.of(new PlayerId("p-" + number)), Instant.EPOCH);
    return new RecordedEvent(
        new Position(1_000, number), number, EventTags.of(event), Optional.empty(), event);
  }
}
