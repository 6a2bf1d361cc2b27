package dev.pairtrail.application.history;

import dev.pairtrail.domain.event.LogEntry;
import java.util.List;

/** Hears how a long reading goes. Called by the thread that does the work. */
@FunctionalInterface
public interface Progress {
  /** For who does not want to know. */
  Progress NONE = _ -> {};

  /** The next entries were handled; at least one. */
  void handled(List<LogEntry> entries);
}
