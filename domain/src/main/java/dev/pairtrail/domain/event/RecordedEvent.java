package dev.pairtrail.domain.event;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.Tag;
import java.util.Optional;
import java.util.Set;

/**
 * An event with its place in the log.
 *
 * @param metadata empty where another program wrote the entry
 */
public record RecordedEvent(
    Position position, long revision, Set<Tag> tags, Optional<Metadata> metadata, Event event)
    implements LogEntry {}
