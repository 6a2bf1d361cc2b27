package dev.pairtrail.application.engine;

import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.UnreadableEntry;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which delivered entries are no events, and why. What this instance folded it remembers, the last
 * so many; older entries, which it may never have read, it looks up in the log. Thread-safe.
 */
final class UnreadableEntries {
  private static final int REMEMBERED = 10_000;

  private final EventLog log;
  private final int page;
  private final NavigableMap<Position, String> reasons = new TreeMap<>();
  private Position from = Position.START;
  private Position upTo = Position.START;

  UnreadableEntries(EventLog log, int page) {
    this.log = log;
    this.page = page;
  }

  /** Takes note of an entry as it is folded; entries come in order. */
  synchronized void note(LogEntry entry) {
    if (upTo.equals(Position.START)) {
      from = entry.position();
    }
    upTo = entry.position();
    if (entry instanceof UnreadableEntry unreadable) {
      reasons.put(unreadable.position(), unreadable.reason());
      if (reasons.size() > REMEMBERED) {
        from = reasons.pollFirstEntry().getKey();
      }
    }
  }

  /** Entries are passed over that were not noted: what comes next begins anew. */
  synchronized void skip() {
    upTo = Position.START;
    reasons.clear();
  }

  /** Those of the entries that are no events, with the reason, in order of position. */
  Map<Position, String> among(Collection<Position> positions) {
    if (positions.isEmpty()) {
      return Map.of();
    }
    boolean isKnown = isKnown(Collections.min(positions), Collections.max(positions));
    Map<Position, String> found = isKnown ? known(positions) : read(positions);
    return Collections.unmodifiableMap(found);
  }

  private synchronized boolean isKnown(Position first, Position last) {
    return first.isAfter(from) && !last.isAfter(upTo);
  }

  private synchronized Map<Position, String> known(Collection<Position> positions) {
    Map<Position, String> found = new LinkedHashMap<>();
    if (!reasons.isEmpty()) {
      positions.stream()
          .sorted()
          .filter(reasons::containsKey)
          .forEach(position -> found.put(position, reasons.get(position)));
    }
    return found;
  }

  private Map<Position, String> read(Collection<Position> positions) {
    Map<Position, String> found = new LinkedHashMap<>();
    Position last = Collections.max(positions);
    Position after = Collections.min(positions).previous();
    while (last.isAfter(after)) {
      List<LogEntry> entries = log.read(after, page);
      for (LogEntry entry : entries) {
        if (entry instanceof UnreadableEntry it && positions.contains(it.position())) {
          found.put(it.position(), it.reason());
        }
      }
      after = entries.isEmpty() ? last : entries.getLast().position();
    }
    return found;
  }
}
