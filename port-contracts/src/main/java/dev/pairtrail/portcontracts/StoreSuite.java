package dev.pairtrail.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the suites share: a fresh store for each test, and one queue of it. */
abstract class StoreSuite {
  static final QueueName QUEUE = new QueueName("duel");
  static final QueueName OTHER_QUEUE = new QueueName("arena");

  private StoreUnderTest underTest;
  private EventLog log;
  private Writer writer;

  /** A store without any log, for one test. */
  protected abstract StoreUnderTest open();

  @BeforeEach
  final void openStore() {
    underTest = open();
    log = underTest.store().log(QUEUE);
    writer = new Writer(log);
  }

  @AfterEach
  final void closeStore() {
    underTest.close();
  }

  final StoreUnderTest underTest() {
    return underTest;
  }

  final EventLog log() {
    return log;
  }

  /** A writer that has read the log of {@link #QUEUE} as far as it wrote. */
  final Writer writer() {
    return writer;
  }

  final List<LogEntry> readAll() {
    return readAll(log);
  }

  static List<LogEntry> readAll(EventLog log) {
    List<LogEntry> all = new ArrayList<>();
    Position after = Position.START;
    List<LogEntry> page;
    do {
      page = log.read(after, 100);
      all.addAll(page);
      after = page.isEmpty() ? after : page.getLast().position();
    } while (page.size() == 100);
    return all;
  }

  static List<Position> positions(List<LogEntry> entries) {
    return entries.stream().map(LogEntry::position).toList();
  }

  /** Asserts that there is such an entry and gives it. */
  static LogEntry first(List<LogEntry> entries) {
    assertThat(entries).isNotEmpty();
    return entries.getFirst();
  }
}
