package dev.pairtrail.domain.event;

import dev.pairtrail.domain.Head;
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

  /**
   * Whether it is the one that a log ended with when this was its head. The number tells, as
   * another log may have another entry at the position; where the entry carries none, the position
   * must do.
   */
  default boolean isAt(Head head) {
    return position().equals(head.position()) && (revision() == 0 || revision() == head.revision());
  }
}
