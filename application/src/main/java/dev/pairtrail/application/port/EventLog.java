package dev.pairtrail.application.port;

import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.NewEvent;
import java.util.List;

/** The log of one queue: append-only, in order of position. Thread-safe. */
public interface EventLog {
  /** Most events of one append. */
  int MAX_BATCH = 500;

  /**
   * Appends all of the events or none, as one step, if nothing was appended since the condition's
   * head that touches one of its tags. Every outcome is an answer; nothing is thrown for one.
   *
   * <p>A condition is never held against a part of what came after its head: where some of that was
   * trimmed nothing is appended. But a log of which no entry is left takes the append of one who
   * has read nothing, as it has nothing that could be read first.
   *
   * @param events 0 to {@value #MAX_BATCH}; appending none asks the condition only
   * @throws IllegalArgumentException if there are more
   */
  AppendResult append(List<NewEvent> events, AppendCondition condition);

  /**
   * The next entries after a position, in order; fewer than the limit only at the end of the log.
   *
   * @param limit at least 1
   * @throws StoreUnavailableException if the store does not answer
   */
  List<LogEntry> read(Position after, int limit);

  /**
   * Removes the entries up to a position and with it, as one step, unless some consumer group was
   * not delivered all of them yet or has one of them pending, or they are all that the log has: by
   * an entry that stays it is known from one that is gone.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  TrimResult trim(Position upTo);

  /**
   * Adds entries as they are, with their positions, revisions, tags and metadata, as one step, if
   * the log ends at a position. For a copy of a log; who writes events appends them.
   *
   * @param after the position of the last entry, {@link Position#START} where there is none
   * @param entries 1 to {@value #MAX_BATCH}
   * @throws IllegalArgumentException if there are none, or more
   * @throws StoreUnavailableException if the store does not answer; they may be in the log
   */
  RestoreResult restore(Position after, List<LogEntry> entries);

  /** A reader that waits for new entries. It may hold a connection: close it. */
  Tail tail();
}
