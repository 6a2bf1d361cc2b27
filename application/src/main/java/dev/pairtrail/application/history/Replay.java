package dev.pairtrail.application.history;

import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.queue.QueueState;
import java.util.List;

/** Folds a log anew, as far as asked. */
public final class Replay {
  private Replay() {}

  /**
   * Folds the entries that follow a state's head into that state.
   *
   * @param state changed, and given back
   * @param to reached, unless the log ends before
   * @throws StoreUnavailableException if the store does not answer
   */
  public static QueueState fold(RecordedLog log, QueueState state, LogPoint to, Progress progress) {
    try (LogReader reader = log.read(state.head().position(), to)) {
      for (List<LogEntry> entries = reader.next(); !entries.isEmpty(); entries = reader.next()) {
        entries.forEach(state::evolve);
        progress.handled(entries);
      }
    }
    return state;
  }
}
