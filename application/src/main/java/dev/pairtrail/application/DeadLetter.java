package dev.pairtrail.application;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import java.time.Instant;

/**
 * An entry that a consumer group gave up.
 *
 * @param deliveries how often the group was delivered it
 * @param parkedAt when the group gave it up
 * @param entry a copy, which outlives the entry in the log
 */
public record DeadLetter(
    String group, String reason, long deliveries, Instant parkedAt, LogEntry entry) {

  /** Where the entry stands in the log. */
  public Position position() {
    return entry.position();
  }
}
