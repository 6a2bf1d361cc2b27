package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.rules.DistanceRule;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Who may meet whom at one moment: the window of each, at its own wait, must admit the other.
 * Without a distance rule every window is infinite.
 */
record Windows(Optional<DistanceRule> rule, Instant now) {

  double of(Waiting ticket) {
    return rule.isPresent() && ticket.value().isPresent()
        ? rule.get().windowAt(ticket.wait(now))
        : Double.POSITIVE_INFINITY;
  }

  boolean admit(Waiting a, Waiting b) {
    if (rule.isEmpty()) {
      return true;
    }
    if (a.value().isEmpty() || b.value().isEmpty()) {
      return rule.get().missing() == DistanceRule.Missing.ANY;
    }
    double distance = Math.abs(a.value().getAsDouble() - b.value().getAsDouble());
    return distance <= Math.min(of(a), of(b));
  }

  OptionalDouble recorded(Waiting ticket) {
    double window = of(ticket);
    return Double.isInfinite(window) ? OptionalDouble.empty() : OptionalDouble.of(window);
  }

  /** 1 where all values are equal, 0 where they spread over the narrowest window or more. */
  double quality(Collection<Waiting> group) {
    var values = group.stream().flatMapToDouble(t -> t.value().stream()).summaryStatistics();
    double narrowest = group.stream().mapToDouble(this::of).min().orElse(0);
    double spread = values.getCount() == 0 ? 0 : values.getMax() - values.getMin();
    return spread == 0 || Double.isInfinite(narrowest) ? 1 : Math.max(0, 1 - spread / narrowest);
  }
}
