package dev.pairtrail.application;

import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;

/**
 * An entry of a feed as a reader gets it.
 *
 * @param queue whose log it is from
 * @param cursor where to read on after it
 */
public record FeedEvent(QueueName queue, LogEntry entry, FeedCursor cursor) {}
