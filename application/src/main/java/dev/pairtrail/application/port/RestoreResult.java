package dev.pairtrail.application.port;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.UnreadableEntry;
import java.util.List;
import java.util.Optional;

/** What became of entries that were to be added as they are. */
public sealed interface RestoreResult {
  /** Most fields of an entry that is no event. */
  int MAX_FIELDS = 1_000;

  /** They are in the log. */
  record Restored() implements RestoreResult {}

  /** The log does not end where they begin, or they are no continuation; nothing was added. */
  record Refused(String reason) implements RestoreResult {}

  /**
   * What is wrong with the entries themselves, whatever the log; every store asks it.
   *
   * @throws IllegalArgumentException if they are none or more than {@link EventLog#MAX_BATCH}
   */
  static Optional<Refused> refusal(Position after, List<LogEntry> entries) {
    if (entries.isEmpty() || entries.size() > EventLog.MAX_BATCH) {
      throw new IllegalArgumentException(
          "1 to " + EventLog.MAX_BATCH + " entries are restored at once, not " + entries.size());
    }
    Position last = after;
    for (LogEntry entry : entries) {
      if (!entry.position().isAfter(last)) {
        return Optional.of(new Refused(entry.position() + " does not follow " + last));
      }
      if (entry instanceof UnreadableEntry raw && !canBeKept(raw)) {
        return Optional.of(
            new Refused(entry.position() + " has not 1 to " + MAX_FIELDS + " fields"));
      }
      last = entry.position();
    }
    return Optional.empty();
  }

  private static boolean canBeKept(UnreadableEntry entry) {
    return !entry.fields().isEmpty() && entry.fields().size() <= MAX_FIELDS;
  }
}
