package dev.pairtrail.application.history;

import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.RestoreResult;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.UnreadableEntry;
import java.util.List;

/**
 * Brings a whole log into a log that has nothing else: none of its entries, or the first ones, as
 * after an import that was broken off. To be used once.
 */
public final class Import {
  private final RecordedLog recorded;
  private final EventLog log;
  private final Source source;
  private Position last = Position.START;
  private long count;
  private long added;

  /** Where the entries come from, in order. */
  @FunctionalInterface
  public interface Source {
    /** The next entries; fewer than the limit only at the end. */
    List<LogEntry> next(int limit);
  }

  /**
   * An import.
   *
   * @param recorded the log, with what was archived of it
   * @param log the same, as the store has it
   */
  @SuppressWarnings("exports") // the port is for those who put an instance together
  public Import(RecordedLog recorded, EventLog log, Source source) {
    this.recorded = recorded;
    this.log = log;
    this.source = source;
  }

  /**
   * What an import did.
   *
   * @param entries in the log now
   * @param added by this import
   */
  public record Done(long entries, long added) {}

  /**
   * Adds what the log lacks. Nothing is added to one that has anything else.
   *
   * @throws ImportRefusedException if the log has something else, or the source is no whole log
   * @throws StoreUnavailableException if the store does not answer; the import may be repeated
   */
  public Done run(Progress progress) {
    List<LogEntry> entries = source.next(EventLog.MAX_BATCH);
    while (!entries.isEmpty()) {
      entries.forEach(this::requireNext);
      add(entries);
      progress.handled(entries);
      entries = source.next(EventLog.MAX_BATCH);
    }
    List<LogEntry> more = recorded.first(last, 1);
    if (!more.isEmpty()) {
      throw other(more.getFirst());
    }
    return new Done(count, added);
  }

  private void add(List<LogEntry> entries) {
    int there = there(entries);
    if (there < entries.size()) {
      List<LogEntry> lacking = entries.subList(there, entries.size());
      Position end = there == 0 ? last : entries.get(there - 1).position();
      // A try that a connection repeated is refused the second time, and all is well.
      if (log.restore(end, lacking) instanceof RestoreResult.Refused(var reason)
          && there(entries) < entries.size()) {
        throw new ImportRefusedException("the log takes no more: " + reason);
      }
      added += lacking.size();
    }
    last = entries.getLast().position();
  }

  /** How many of the next entries the log has. */
  private int there(List<LogEntry> entries) {
    List<LogEntry> found = recorded.first(last, entries.size());
    for (int i = 0; i < found.size(); i++) {
      if (!isSame(found.get(i), entries.get(i))) {
        throw other(found.get(i));
      }
    }
    return found.size();
  }

  /** Why an entry cannot be read is told by each store in its own words. */
  private static boolean isSame(LogEntry found, LogEntry entry) {
    if (found instanceof UnreadableEntry one && entry instanceof UnreadableEntry other) {
      return one.position().equals(other.position()) && one.fields().equals(other.fields());
    }
    return found.equals(entry);
  }

  private void requireNext(LogEntry entry) {
    count++;
    if (entry instanceof RecordedEvent && entry.revision() != 0 && entry.revision() != count) {
      throw new ImportRefusedException(
          "only a whole log is imported, and this is a part of one: entry %d, at %s, is its %d."
              .formatted(count, entry.position(), entry.revision()));
    }
  }

  private static ImportRefusedException other(LogEntry entry) {
    return new ImportRefusedException(
        "the log has an entry that is not of the export, at " + entry.position());
  }
}
