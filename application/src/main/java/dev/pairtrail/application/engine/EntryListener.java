package dev.pairtrail.application.engine;

import dev.pairtrail.domain.event.LogEntry;

/** Is told what is folded, in order. */
@FunctionalInterface
interface EntryListener {
  void folded(LogEntry entry);

  /** Entries that came between were not folded one by one: they are in the log. */
  default void skipped() {}
}
