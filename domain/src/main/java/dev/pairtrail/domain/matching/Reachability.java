package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.event.RuleBasis;
import dev.pairtrail.domain.rules.LatencyRule;
import dev.pairtrail.domain.rules.Missing;
import dev.pairtrail.domain.rules.TicketTerms;
import dev.pairtrail.domain.why.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * There is a region that all reach in time. Who no longer insists accepts any latency, but must
 * know the region all the same.
 */
record Reachability(LatencyRule rule, Steps longest, int slot) implements Criterion {

  static Reachability of(LatencyRule rule, int slot) {
    return new Reachability(
        rule, Steps.of(rule.limit(), Integer::doubleValue, Double.POSITIVE_INFINITY), slot);
  }

  @Override
  public @Nullable Object facet(TicketTerms terms, List<Player> players) {
    return terms.latencies(players).orElse(null);
  }

  @Override
  public boolean admits(List<Waiting> others, Waiting candidate, Moment moment) {
    Map<?, ?> mine = latencies(candidate);
    if (mine == null) {
      return rule.missing() == Missing.ANY;
    }
    double limit = longest.at(moment.wait(candidate));
    for (Map.Entry<?, ?> region : mine.entrySet()) {
      if ((Integer) region.getValue() <= limit && allReach(others, region.getKey(), moment)) {
        return true;
      }
    }
    return false;
  }

  private boolean allReach(List<Waiting> others, Object region, Moment moment) {
    for (Waiting other : others) {
      Map<?, ?> latencies = latencies(other);
      if (latencies != null
          && !(latencies.get(region) instanceof Integer ms
              && ms <= longest.at(moment.wait(other)))) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Map<?, ?> latencies(Waiting ticket) {
    return ticket.facet(slot) instanceof Map<?, ?> latencies ? latencies : null;
  }

  @Override
  public Refusal refusal(Waiting one, Waiting other, Moment moment) {
    if (rule.missing() == Missing.REJECT && (latencies(one) == null || latencies(other) == null)) {
      return new Refusal.Lacking(
          rule.name(), "latency_ms", (latencies(one) == null ? one : other).id());
    }
    double limit = longest.at(moment.wait(one));
    double otherLimit = longest.at(moment.wait(other));
    Optional<String> region =
        Stream.of(one, other)
            .flatMap(ticket -> regions(ticket).stream())
            .filter(r -> knows(one, r) && knows(other, r))
            .min(
                Comparator.comparingDouble((String r) ->
                        Math.max(
                            worst(List.of(one), r) - limit, worst(List.of(other), r) - otherLimit))
                    .thenComparing(r -> r));
    String at = region.orElse("");
    return new Refusal.OutOfReach(
        rule.name(), region, worst(List.of(one), at), worst(List.of(other), at), limit, otherLimit);
  }

  private List<String> regions(Waiting ticket) {
    Map<?, ?> latencies = latencies(ticket);
    return latencies == null
        ? List.of()
        : latencies.keySet().stream().map(String.class::cast).toList();
  }

  /** Who has no latencies is let pass. */
  private boolean knows(Waiting ticket, String region) {
    Map<?, ?> latencies = latencies(ticket);
    return latencies == null || latencies.containsKey(region);
  }

  @Override
  public RuleBasis measure(List<Waiting> match, Moment moment) {
    String region = region(match, moment);
    return Measures.basis(
        rule.name(), worst(match, region), Measures.least(longest, match, moment), region);
  }

  /** The region whose slowest player is the fastest; of equal ones the first by name. */
  private String region(List<Waiting> match, Moment moment) {
    List<String> reached = new ArrayList<>();
    for (Waiting ticket : match) {
      regions(ticket).stream()
          .filter(region -> allReach(match, region, moment))
          .forEach(reached::add);
    }
    return reached.stream()
        .min(Comparator.comparingDouble((String r) -> worst(match, r)).thenComparing(r -> r))
        .orElse("");
  }

  private double worst(List<Waiting> match, String region) {
    double worst = Double.NaN;
    for (Waiting ticket : match) {
      Map<?, ?> latencies = latencies(ticket);
      if (latencies != null && latencies.get(region) instanceof Integer ms) {
        worst = Double.isNaN(worst) ? ms : Math.max(worst, ms);
      }
    }
    return worst;
  }

  @Override
  public double quality(List<Waiting> match, Moment moment) {
    return Measures.slack(
        worst(match, region(match, moment)), Measures.least(longest, match, moment));
  }
}
