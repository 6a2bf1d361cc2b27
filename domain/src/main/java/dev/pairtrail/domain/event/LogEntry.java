package dev.pairtrail.domain.event;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.Tag;
import java.util.Set;

/** What stands at one position of a log. */
public sealed interface LogEntry permits RecordedEvent, UnreadableEntry {
  Position position();

  /**
   * The entry's number, one more than that of the entry before it; 0 where the entry carries none
   * because another program wrote it.
   */
  long revision();

  /** What it touches; empty means that nobody can tell, and so that it may touch anything. */
  Set<Tag> tags();
}
