package dev.pairtrail.adapters.archive;

import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.AppendResult;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.Limits;
import dev.pairtrail.application.port.RestoreResult;
import dev.pairtrail.application.port.Tail;
import dev.pairtrail.application.port.TrimResult;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.NewEvent;
import java.util.List;

/** The entries of an export, to be read and never changed. Thread-safe. */
final class ExportedLog implements EventLog {
  private static final String READ_ONLY = "an export is read, and never changed";

  private final List<LogEntry> entries;

  /** The entries, in order. */
  ExportedLog(List<LogEntry> entries) {
    this.entries = List.copyOf(entries);
  }

  @Override
  public List<LogEntry> read(Position after, int limit) {
    Limits.requireLimit(limit);
    int first = firstAfter(after);
    return entries.subList(first, (int) Math.min(entries.size(), (long) first + limit));
  }

  private int firstAfter(Position position) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entries.get(middle).position().isAfter(position)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  @Override
  public AppendResult append(List<NewEvent> events, AppendCondition condition) {
    return new AppendResult.Refused(READ_ONLY);
  }

  @Override
  public TrimResult trim(Position upTo) {
    return new TrimResult.Refused(READ_ONLY);
  }

  @Override
  public RestoreResult restore(Position after, List<LogEntry> restored) {
    return new RestoreResult.Refused(READ_ONLY);
  }

  @Override
  public Tail tail() {
    throw new UnsupportedOperationException(READ_ONLY);
  }
}
