package dev.pairtrail.format;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.MatchBasis;
import dev.pairtrail.domain.event.MatchBasis.TicketBasis;
import dev.pairtrail.domain.event.RuleBasis;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Between what a match rests on and its stored form. */
final class BasisMapping {
  private BasisMapping() {}

  static StoredBasis.Keys stored(Optional<MatchBasis> basis) {
    return basis.map(BasisMapping::stored).orElse(StoredBasis.Keys.NONE);
  }

  private static StoredBasis.Keys stored(MatchBasis basis) {
    return new StoredBasis.Keys(
        basis.rulesVersion(),
        basis.decidedAfter().toString(),
        basis.quality(),
        basis.tickets().stream().map(BasisMapping::stored).toList(),
        basis.rules().isEmpty() ? null : basis.rules().stream().map(BasisMapping::stored).toList());
  }

  private static StoredEvent.TicketBasis stored(TicketBasis ticket) {
    return new StoredEvent.TicketBasis(
        ticket.ticketId().value(), ticket.waited().toMillis(), stored(ticket.window()));
  }

  private static StoredEvent.RuleBasis stored(RuleBasis rule) {
    return new StoredEvent.RuleBasis(
        rule.rule(),
        stored(rule.value()),
        stored(rule.limit()),
        rule.detail().isEmpty() ? null : rule.detail());
  }

  static @Nullable Double stored(OptionalDouble number) {
    return number.isPresent() ? (Double) number.getAsDouble() : null;
  }

  static Optional<MatchBasis> domain(StoredBasis stored) {
    if (stored.rulesVersion() == null
        || stored.decidedAfter() == null
        || stored.quality() == null
        || stored.tickets() == null) {
      return Optional.empty();
    }
    List<StoredEvent.RuleBasis> rules = stored.rules() == null ? List.of() : stored.rules();
    return Optional.of(
        new MatchBasis(
            stored.rulesVersion(),
            Position.parse(stored.decidedAfter()),
            stored.quality(),
            stored.tickets().stream().map(BasisMapping::domain).toList(),
            rules.stream().map(BasisMapping::domain).toList()));
  }

  private static TicketBasis domain(StoredEvent.TicketBasis ticket) {
    return new TicketBasis(
        new TicketId(ticket.ticketId()),
        Duration.ofMillis(ticket.waitedMs()),
        domain(ticket.window()));
  }

  private static RuleBasis domain(StoredEvent.RuleBasis rule) {
    return new RuleBasis(
        rule.name(),
        domain(rule.value()),
        domain(rule.limit()),
        rule.detail() == null ? "" : rule.detail());
  }

  static OptionalDouble domain(@Nullable Double number) {
    return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
  }
}
