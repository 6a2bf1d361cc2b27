package dev.pairtrail.application;

import dev.pairtrail.application.port.Archive;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How much of a log its store keeps; what goes is archived before. A limit may be passed by a
 * tenth, so that not every entry is a segment of its own.
 *
 * @param maxEvents the last so many stay, 1 or more; empty: the number is no reason to go
 * @param maxAge the younger ones stay, more than zero; empty: the age is no reason to go
 */
@SuppressWarnings("exports") // the ports are for those who put an instance together
public record Retention(OptionalLong maxEvents, Optional<Duration> maxAge, Archive archive) {

  /**
   * @throws IllegalArgumentException if there is no limit, or one that is too low
   */
  public Retention {
    if (maxEvents.isEmpty() && maxAge.isEmpty()) {
      throw new IllegalArgumentException("retention takes max_events, max_age or both");
    }
    if (maxEvents.isPresent() && maxEvents.getAsLong() < 1) {
      throw new IllegalArgumentException("max_events takes 1 or more");
    }
    if (maxAge.filter(age -> !age.isPositive()).isPresent()) {
      throw new IllegalArgumentException("max_age takes more than zero");
    }
  }
}
