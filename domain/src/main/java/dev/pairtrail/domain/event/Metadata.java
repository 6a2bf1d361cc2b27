package dev.pairtrail.domain.event;

import dev.pairtrail.domain.EventId;
import java.util.Optional;

/** What is known of an event beside the event itself. */
public record Metadata(EventId id, Origin origin) {

  /**
   * Where a command came from, carried into the metadata of its events.
   *
   * @param causation what caused it: the position of a log entry, written out
   * @param traceparent the W3C trace context of the request
   */
  public record Origin(Optional<String> causation, Optional<String> traceparent) {
    public static final Origin NONE = new Origin(Optional.empty(), Optional.empty());
  }
}
