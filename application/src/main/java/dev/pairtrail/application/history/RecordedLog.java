package dev.pairtrail.application.history;

import dev.pairtrail.application.Retention;
import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.engine.ArchivedLog;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.EventStore;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;
import java.util.List;
import java.util.Optional;

/** The log of a queue, with what was archived of it, to be read and never written. Thread-safe. */
public final class RecordedLog {
  private static final long LATEST_MILLIS = 1L << 47;

  private final QueueName queue;
  private final EventLog log;
  private final int page;

  /**
   * A log to read.
   *
   * @param log with what was archived of it
   * @param page entries read from the store at once
   */
  @SuppressWarnings("exports") // the port is for those who put an instance together
  public RecordedLog(QueueName queue, EventLog log, int page) {
    this.queue = queue;
    this.log = log;
    this.page = page;
  }

  /** The log as a store has it, and before that what was archived of it. */
  @SuppressWarnings("exports") // the port is for those who put an instance together
  public static RecordedLog of(
      EventStore store, QueueName queue, Optional<Retention> retention, int page) {
    return new RecordedLog(queue, ArchivedLog.of(queue, store.log(queue), retention), page);
  }

  public QueueName queue() {
    return queue;
  }

  /**
   * Reads what lies between two places, ahead of who takes it; close it.
   *
   * @param after only entries after it
   */
  public LogReader read(Position after, LogPoint to) {
    return new LogReader(log, after, to.last(), page);
  }

  /**
   * The first entries after a position.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  public List<LogEntry> first(Position after, int limit) {
    return log.read(after, limit);
  }

  /**
   * The position of the last entry, found by halving; empty if there is none.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  public Optional<Position> end() {
    long from = -1;
    long to = LATEST_MILLIS;
    while (to - from > 1) {
      long middle = from + (to - from) / 2;
      if (log.read(endOf(middle - 1), 1).isEmpty()) {
        to = middle;
      } else {
        from = middle;
      }
    }
    return from < 0 ? Optional.empty() : Optional.of(lastOf(from));
  }

  /** The last entry of a millisecond that has some. */
  private Position lastOf(long millis) {
    Position last = endOf(millis - 1);
    List<LogEntry> entries = log.read(last, page);
    while (!entries.isEmpty()) {
      last = entries.getLast().position();
      entries = log.read(last, page);
    }
    return last;
  }

  private static Position endOf(long millis) {
    return millis < 0 ? Position.START : new Position(millis, Long.MAX_VALUE);
  }
}
