package dev.pairtrail.application.history;

import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.AppendResult;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.RestoreResult;
import dev.pairtrail.application.port.Tail;
import dev.pairtrail.application.port.TrimResult;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.NewEvent;
import java.util.List;

/** A log of these entries, as somebody may have left it. */
public record ListedLog(List<LogEntry> entries) implements EventLog {
  @Override
  public List<LogEntry> read(Position after, int limit) {
    return entries.stream().filter(e -> e.position().isAfter(after)).limit(limit).toList();
  }

  @Override
  public AppendResult append(List<NewEvent> events, AppendCondition condition) {
    return new AppendResult.Refused("it is only read");
  }

  @Override
  public RestoreResult restore(Position last, List<LogEntry> restored) {
    return new RestoreResult.Refused("it is only read");
  }

  @Override
  public TrimResult trim(Position upTo) {
    return new TrimResult.Refused("it is only read");
  }

  @Override
  public Tail tail() {
    throw new UnsupportedOperationException("it is only read");
  }
}
