package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.event.RuleBasis;
import dev.pairtrail.domain.rules.EqualRule;
import dev.pairtrail.domain.rules.Missing;
import dev.pairtrail.domain.rules.TicketTerms;
import dev.pairtrail.domain.why.Refusal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All have the same value; two that both no longer insist may differ. */
record Sameness(EqualRule rule, Steps insists, int slot) implements Criterion {

  static Sameness of(EqualRule rule, int slot) {
    return new Sameness(rule, Steps.of(rule.limit(), _ -> 1, 0), slot);
  }

  /** The value of all players, or a list of those that a party does not agree on. */
  @Override
  public @Nullable Object facet(TicketTerms terms, List<Player> players) {
    List<Attribute> values = terms.values(players, rule.attribute());
    return switch (values.size()) {
      case 0 -> null;
      case 1 -> values.getFirst();
      default -> values;
    };
  }

  @Override
  public boolean admits(List<Waiting> others, Waiting candidate, Moment moment) {
    boolean insists = insists(candidate, moment);
    Object value = candidate.facet(slot);
    if (insists && value instanceof List<?>) {
      return false;
    }
    for (Waiting other : others) {
      if ((insists || insists(other, moment)) && !isSame(value, other.facet(slot))) {
        return false;
      }
    }
    return true;
  }

  private boolean insists(Waiting ticket, Moment moment) {
    return insists.at(moment.wait(ticket)) > 0;
  }

  private boolean isSame(@Nullable Object one, @Nullable Object other) {
    if (one == null || other == null) {
      return rule.missing() == Missing.ANY;
    }
    return one.equals(other) && !(one instanceof List<?>);
  }

  @Override
  public Refusal refusal(Waiting one, Waiting other, Moment moment) {
    for (Waiting who : List.of(one, other)) {
      if (!admits(List.of(), who, moment)) {
        return new Refusal.Disagreeing(rule.name(), rule.attribute(), who.id());
      }
      if (who.facet(slot) == null && rule.missing() == Missing.REJECT) {
        return new Refusal.Lacking(rule.name(), rule.attribute(), who.id());
      }
    }
    return new Refusal.Different(
        rule.name(),
        rule.attribute(),
        values(one),
        values(other),
        insists(one, moment),
        insists(other, moment));
  }

  private List<Attribute> values(Waiting ticket) {
    return ticket.facet(slot) instanceof List<?> several
        ? several.stream().map(Attribute.class::cast).toList()
        : Stream.ofNullable((Attribute) ticket.facet(slot)).toList();
  }

  @Override
  public RuleBasis measure(List<Waiting> match, Moment moment) {
    int different =
        match.stream().map(t -> t.facet(slot)).filter(v -> v != null).distinct().toList().size();
    double limit = Measures.greatest(insists, match, moment) > 0 ? 1 : Double.NaN;
    return Measures.basis(rule.name(), different, limit, rule.attribute());
  }

  @Override
  public double quality(List<Waiting> match, Moment moment) {
    return Double.NaN;
  }
}
