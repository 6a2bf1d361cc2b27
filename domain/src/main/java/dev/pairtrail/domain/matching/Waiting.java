package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A waiting ticket as the matcher sees it.
 *
 * @param since when its wait began
 * @param size how many players it has
 * @param partition only tickets with equal values here can meet
 * @param value what the distance rule compares; empty if there is no rule or no value
 */
public record Waiting(
    TicketId id,
    Instant since,
    int size,
    List<Optional<Attribute>> partition,
    OptionalDouble value) {

  /** Longest wait first, then the ticket id. */
  static final Comparator<Waiting> BY_WAIT =
      Comparator.comparing(Waiting::since).thenComparing(Waiting::id);

  /** The wait until now in whole milliseconds; none if the ticket is from a clock ahead of ours. */
  Duration wait(Instant now) {
    return Duration.ofMillis(Math.max(0, Duration.between(since, now).toMillis()));
  }
}
