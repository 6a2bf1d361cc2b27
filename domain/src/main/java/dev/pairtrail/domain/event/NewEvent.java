package dev.pairtrail.domain.event;

import dev.pairtrail.domain.Tag;
import java.util.Set;

/** An event that was decided and is not yet in the log. */
public record NewEvent(Metadata metadata, Set<Tag> tags, Event event) {}
