package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.event.RuleBasis;
import dev.pairtrail.domain.rules.IntersectionRule;
import dev.pairtrail.domain.rules.Missing;
import dev.pairtrail.domain.rules.TicketTerms;
import dev.pairtrail.domain.why.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All have so many values in common, while at least one of them insists. */
record Overlap(IntersectionRule rule, Steps fewest, int slot) implements Criterion {

  static Overlap of(IntersectionRule rule, int slot) {
    return new Overlap(rule, Steps.of(rule.limit(), Integer::doubleValue, 0), slot);
  }

  @Override
  public @Nullable Object facet(TicketTerms terms, List<Player> players) {
    return terms.common(players, rule.attribute()).orElse(null);
  }

  @Override
  public boolean admits(List<Waiting> others, Waiting candidate, Moment moment) {
    double needed = Math.max(fewest(candidate, moment), Measures.greatest(fewest, others, moment));
    if (needed <= 0) {
      return true;
    }
    List<Waiting> all = new ArrayList<>(others);
    all.add(candidate);
    return (rule.missing() == Missing.ANY || nobodyLacksIt(all)) && share(all, needed);
  }

  private boolean nobodyLacksIt(List<Waiting> all) {
    for (Waiting ticket : all) {
      if (values(ticket) == null) {
        return false;
      }
    }
    return true;
  }

  private double fewest(Waiting ticket, Moment moment) {
    return fewest.at(moment.wait(ticket));
  }

  private boolean share(List<Waiting> all, double needed) {
    for (int i = all.size() - 1; i >= 0; i--) {
      Set<?> values = values(all.get(i));
      if (values != null) {
        return count(values, all, needed) >= needed;
      }
    }
    return true;
  }

  private int count(Set<?> values, List<Waiting> all, double enough) {
    int common = 0;
    for (Object value : values) {
      if (common < enough && allHave(all, value)) {
        common++;
      }
    }
    return common;
  }

  /** Who lacks the list is let pass. */
  private boolean allHave(List<Waiting> others, Object value) {
    for (Waiting other : others) {
      Set<?> values = values(other);
      if (values != null && !values.contains(value)) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Set<?> values(Waiting ticket) {
    return ticket.facet(slot) instanceof Set<?> values ? values : null;
  }

  @Override
  public Refusal refusal(Waiting one, Waiting other, Moment moment) {
    for (Waiting who : List.of(one, other)) {
      if (values(who) == null && rule.missing() == Missing.REJECT) {
        return new Refusal.Lacking(rule.name(), rule.attribute(), who.id());
      }
    }
    return new Refusal.TooLittleInCommon(
        rule.name(),
        rule.attribute(),
        List.copyOf(common(List.of(one, other))),
        fewest(one, moment),
        fewest(other, moment));
  }

  @Override
  public RuleBasis measure(List<Waiting> match, Moment moment) {
    if (match.stream().allMatch(ticket -> values(ticket) == null)) {
      return Measures.nothing(rule.name());
    }
    Set<String> common = common(match);
    double needed = Measures.greatest(fewest, match, moment);
    return Measures.basis(
        rule.name(),
        common.size(),
        needed > 0 ? needed : Double.NaN,
        String.join(", ", common.stream().limit(10).toList()));
  }

  private Set<String> common(List<Waiting> match) {
    Set<String> common = new TreeSet<>();
    for (Waiting ticket : match) {
      Set<?> values = values(ticket);
      if (values != null) {
        values.stream()
            .map(String.class::cast)
            .filter(value -> allHave(match, value))
            .forEach(common::add);
      }
    }
    return common;
  }

  @Override
  public double quality(List<Waiting> match, Moment moment) {
    return Double.NaN;
  }
}
