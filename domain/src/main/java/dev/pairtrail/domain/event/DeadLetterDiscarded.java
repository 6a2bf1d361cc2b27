package dev.pairtrail.domain.event;

import dev.pairtrail.domain.KeyName;
import dev.pairtrail.domain.Position;
import java.time.Instant;
import java.util.Optional;

/**
 * An operator gave up an entry that a consumer group could not handle. The entry itself stays in
 * the log.
 *
 * @param entry where the entry stands in this log
 * @param reason why the group could not handle it
 * @param by whose key it was done with; empty where none was needed
 */
public record DeadLetterDiscarded(
    Position entry, String group, String reason, Optional<KeyName> by, Instant timestamp)
    implements Event {}
