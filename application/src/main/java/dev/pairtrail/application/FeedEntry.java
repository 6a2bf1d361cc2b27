package dev.pairtrail.application;

import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;

/** An entry and the queue whose log it is from. */
public record FeedEntry(QueueName queue, LogEntry entry) {
  boolean isAfter(FeedEntry other) {
    return entry.position().isAfter(other.entry().position());
  }
}
