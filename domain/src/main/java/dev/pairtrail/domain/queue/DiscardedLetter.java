package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.Position;

/**
 * A dead letter that somebody discarded.
 *
 * @param entry in the log
 * @param group that could not handle it
 */
public record DiscardedLetter(Position entry, String group) {}
