package dev.pairtrail.application.engine;

import dev.pairtrail.application.Retention;
import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.AppendResult;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.RestoreResult;
import dev.pairtrail.application.port.Tail;
import dev.pairtrail.application.port.TrimResult;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.NewEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A log whose beginning was archived and trimmed: who reads it crosses from the archive to the
 * store without noticing. Thread-safe.
 *
 * <p>A read also asks for the entry that it goes on after. If the store still has that one, nothing
 * after it was trimmed, and no archive is looked at.
 */
public final class ArchivedLog implements EventLog {
  private static final Logger LOG = LoggerFactory.getLogger(ArchivedLog.class);

  private final EventLog log;
  private final ArchivedEntries archived;

  ArchivedLog(EventLog log, ArchivedEntries archived) {
    this.log = log;
    this.archived = archived;
  }

  /** The log of a queue with what was archived of it; as it is where it is kept for ever. */
  public static EventLog of(QueueName queue, EventLog log, Optional<Retention> retention) {
    return retention
        .<EventLog>map(r -> new ArchivedLog(log, new ArchivedEntries(queue, r.archive())))
        .orElse(log);
  }

  @Override
  public List<LogEntry> read(Position after, int limit) {
    if (!archived.surelyHasMoreThan(after) && !after.equals(Position.START)) {
      List<LogEntry> found = log.read(before(after), Math.addExact(limit, 1));
      if (!found.isEmpty() && found.getFirst().position().equals(after)) {
        return found.subList(1, found.size());
      }
    }
    return across(after, limit);
  }

  private static Position before(Position position) {
    if (position.sequence() > 0) {
      return new Position(position.millis(), position.sequence() - 1);
    }
    return position.millis() > 0
        ? new Position(position.millis() - 1, Long.MAX_VALUE)
        : Position.START;
  }

  /**
   * What the archive has, then what the log has. What was trimmed had been archived before, so when
   * nothing newer is in the archive after the log was read, nothing was missed.
   */
  private List<LogEntry> across(Position after, int limit) {
    if (!archived.belongTo(log)) {
      return log.read(after, limit);
    }
    List<LogEntry> all = new ArrayList<>();
    Position cursor = after;
    while (all.size() < limit) {
      List<LogEntry> old = archived.after(cursor, limit - all.size());
      if (old.isEmpty()) {
        List<LogEntry> found = log.read(cursor, limit - all.size());
        if (!archived.hasMoreThan(cursor)) {
          all.addAll(found);
          return all;
        }
      } else {
        all.addAll(old);
        cursor = old.getLast().position();
      }
    }
    return all;
  }

  /**
   * A head that was archived and trimmed is not lost: who has read that far reads on. Who has read
   * nothing yet must begin in the archive, also where the store has all entries: it may have lost
   * some that are archived. What is trimmed between the two looks is for the store to tell.
   */
  @Override
  public AppendResult append(List<NewEvent> events, AppendCondition condition) {
    if (condition.after().equals(Head.START)) {
      return fromTheBeginning(events, condition);
    }
    AppendResult result = log.append(events, condition);
    return result instanceof AppendResult.Diverged && isArchived(condition)
        ? new AppendResult.TooFarBehind()
        : result;
  }

  private AppendResult fromTheBeginning(List<NewEvent> events, AppendCondition condition) {
    try {
      return archived.hasMoreThan(Position.START) && archived.belongTo(log)
          ? new AppendResult.TooFarBehind()
          : log.append(events, condition);
    } catch (StoreUnavailableException e) {
      return new AppendResult.Refused(e.reason());
    }
  }

  private boolean isArchived(AppendCondition condition) {
    try {
      return archived.belongTo(log) && archived.has(condition.after());
    } catch (StoreUnavailableException e) {
      LOG.warn("nobody could tell whether {} was archived: {}", condition.after(), e.reason());
      return false;
    }
  }

  @Override
  public TrimResult trim(Position upTo) {
    return log.trim(upTo);
  }

  @Override
  public RestoreResult restore(Position after, List<LogEntry> entries) {
    return log.restore(after, entries);
  }

  @Override
  public Tail tail() {
    return log.tail();
  }
}
