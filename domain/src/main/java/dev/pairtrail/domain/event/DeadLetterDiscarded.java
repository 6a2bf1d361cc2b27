package dev.pairtrail.domain.event;

import dev.pairtrail.domain.Position;
import java.time.Instant;

/**
 * An operator gave up an entry that a consumer group could not handle. The entry itself stays in
 * the log.
 *
 * @param entry where the entry stands in this log
 * @param reason why the group could not handle it
 */
public record DeadLetterDiscarded(Position entry, String group, String reason, Instant timestamp)
    implements Event {}
