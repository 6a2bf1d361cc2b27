package dev.pairtrail.domain.event;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.Tag;
import java.util.Optional;
import java.util.Set;

/** An event that was decided and is not yet in the log. */
public record NewEvent(Metadata metadata, Set<Tag> tags, Event event) {

  /** As it stands in the log at a position, as the entry of a number. */
  public RecordedEvent at(Position position, long revision) {
    return new RecordedEvent(position, revision, tags, Optional.of(metadata), event);
  }
}
