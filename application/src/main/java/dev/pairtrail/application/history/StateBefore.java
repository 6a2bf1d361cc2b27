package dev.pairtrail.application.history;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.queue.QueueState;

/** Knows what the state of a queue was. Thread-safe. */
@FunctionalInterface
public interface StateBefore {
  /**
   * The state after an entry, which is the caller's to change.
   *
   * @param last the position of the entry, or one between two
   * @param progress hears of what is read
   */
  QueueState after(RecordedLog log, Position last, Progress progress);
}
