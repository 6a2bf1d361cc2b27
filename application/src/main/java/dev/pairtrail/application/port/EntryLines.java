package dev.pairtrail.application.port;

import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;

/** The written form of entries in which they are sealed: frozen, and the same in every store. */
@FunctionalInterface
public interface EntryLines {
  /** The entry in one line, without its end. */
  String line(QueueName queue, LogEntry entry);
}
