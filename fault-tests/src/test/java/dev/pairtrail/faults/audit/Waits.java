package dev.pairtrail.faults.audit;

import dev.pairtrail.domain.rules.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** How long tickets waited at a moment, and what a limit was for them then. */
record Waits(Instant now) {
  Duration of(Waiter ticket) {
    return now.isAfter(ticket.since) ? Duration.between(ticket.since, now) : Duration.ZERO;
  }

  Duration shortest(Collection<Waiter> tickets) {
    return tickets.stream().map(this::of).min(Comparator.naturalOrder()).orElse(Duration.ZERO);
  }

  <L> Optional<L> limit(Limit<L> limit, Waiter ticket) {
    return limit(limit, of(ticket));
  }

  /** What holds after such a wait; nothing if the rule is not insisted on any longer. */
  <L> Optional<L> limit(Limit<L> limit, Duration waited) {
    if (limit.optionalAfter().isPresent() && isOver(limit.optionalAfter().get(), waited)) {
      return Optional.empty();
    }
    L holds = limit.first();
    for (Limit.Step<L> step : limit.expand()) {
      holds = isOver(step.after(), waited) ? step.limit() : holds;
    }
    return Optional.of(holds);
  }

  static boolean isOver(Duration after, Duration waited) {
    return !after.minus(waited).isPositive();
  }
}
