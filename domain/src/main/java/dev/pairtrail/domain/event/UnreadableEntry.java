package dev.pairtrail.domain.event;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.Tag;
import java.util.Map;
import java.util.Set;

/**
 * An entry that is no event this version knows. It is kept, counted and passed over.
 *
 * @param reason why it cannot be read
 * @param fields what was stored
 */
public record UnreadableEntry(
    Position position, long revision, Set<Tag> tags, String reason, Map<String, String> fields)
    implements LogEntry {}
