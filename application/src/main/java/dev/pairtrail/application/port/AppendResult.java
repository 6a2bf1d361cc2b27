package dev.pairtrail.application.port;

import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import java.util.List;

/** What became of an append. */
public sealed interface AppendResult {

  /**
   * All events are in the log.
   *
   * @param positions of the events, in their order
   * @param firstRevision the revision of the first of them
   * @param missed every entry between the condition's head and the first of them
   */
  record Appended(List<Position> positions, long firstRevision, List<LogEntry> missed)
      implements AppendResult {}

  /**
   * The condition does not hold; nothing was appended.
   *
   * @param missed every entry after the condition's head
   */
  record Conflict(List<LogEntry> missed) implements AppendResult {}

  /**
   * The condition was not checked; nothing was appended: read on first. The log is too far ahead of
   * the condition's head, or that is {@link Head#START} and entries were removed, which were never
   * read.
   */
  record TooFarBehind() implements AppendResult {}

  /**
   * The log is not the one the writer read: the condition's head, or what came right after it, is
   * gone. Nothing was appended; what was folded must be folded anew.
   *
   * @param last the last entry of the log as it is now
   */
  record Diverged(Position last) implements AppendResult {}

  /**
   * No answer came: the events may be in the log or not, or may yet get there. Appending the same
   * events with the same condition settles it: they are never there twice, as they carry tags of
   * their own condition.
   */
  record Unknown(Throwable cause) implements AppendResult {}

  /** The store is reachable or not, but surely did not take the events: full, read-only, away. */
  record Refused(String reason) implements AppendResult {}
}
