package dev.pairtrail.faults.audit;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.rules.DistanceRule;
import dev.pairtrail.domain.rules.EqualRule;
import dev.pairtrail.domain.rules.IntersectionRule;
import dev.pairtrail.domain.rules.LatencyRule;
import dev.pairtrail.domain.rules.Missing;
import dev.pairtrail.domain.rules.RangeRule;
import dev.pairtrail.domain.rules.Rule;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.rules.Span;
import dev.pairtrail.domain.rules.TeamCountRule;
import dev.pairtrail.domain.rules.TeamDifferenceRule;
import dev.pairtrail.domain.rules.TeamSizeDifferenceRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Whether tickets may be together, whatever their teams: each rule looked at in full. */
record GroupRules(RuleSet rules, Waits waits, Values values) {
  GroupRules(RuleSet rules, Instant now) {
    this(rules, new Waits(now), new Values(rules));
  }

  /**
   * The names of what is broken.
   *
   * @param all everybody in the game
   * @param coming those of them who were matched into it; what others broke before is not asked
   */
  List<String> broken(List<Waiter> all, List<Waiter> coming) {
    List<String> broken = new ArrayList<>();
    for (String name : rules.partition()) {
      if (all.stream()
              .flatMap(t -> t.players.stream())
              .map(p -> values.of(p, name))
              .distinct()
              .count()
          > 1) {
        broken.add("partition " + name);
      }
    }
    for (Rule rule : rules.rules()) {
      boolean pairs =
          coming.stream()
              .allMatch(one ->
                  isFine(rule, one)
                      && all.stream().allMatch(other -> one == other || isFine(rule, one, other)));
      if (!pairs || !isFine(rule, all, coming)) {
        broken.add(rule.name());
      }
    }
    return broken;
  }

  private boolean isFine(Rule rule, Waiter ticket) {
    return switch (rule) {
      case EqualRule equal ->
          waits.limit(equal.limit(), ticket).isEmpty()
              || ticket.players.stream()
                      .flatMap(player -> values.of(player, equal.attribute()).stream())
                      .distinct()
                      .count()
                  <= 1;
      case RangeRule range -> isWithin(range, ticket);
      case DistanceRule _,
          IntersectionRule _,
          LatencyRule _,
          TeamDifferenceRule _,
          TeamSizeDifferenceRule _,
          TeamCountRule _ ->
          true;
    };
  }

  private boolean isWithin(RangeRule range, Waiter ticket) {
    OptionalDouble number = values.number(ticket, range.attribute(), range.party());
    Optional<Span> span = waits.limit(range.limit(), ticket);
    if (number.isEmpty()) {
      return range.missing() == Missing.ANY;
    }
    return span.isEmpty()
        || (number.getAsDouble() >= span.get().min() && number.getAsDouble() <= span.get().max());
  }

  private boolean isFine(Rule rule, Waiter one, Waiter other) {
    return switch (rule) {
      case EqualRule equal -> isSame(equal, one, other);
      case DistanceRule distance -> isNear(distance, one, other);
      case RangeRule _,
          IntersectionRule _,
          LatencyRule _,
          TeamDifferenceRule _,
          TeamSizeDifferenceRule _,
          TeamCountRule _ ->
          true;
    };
  }

  /** Unless neither insists on it any longer. */
  private boolean isSame(EqualRule rule, Waiter one, Waiter other) {
    if (waits.limit(rule.limit(), one).isEmpty() && waits.limit(rule.limit(), other).isEmpty()) {
      return true;
    }
    Set<Attribute> ours = said(rule, one);
    Set<Attribute> theirs = said(rule, other);
    return (ours.isEmpty() || theirs.isEmpty())
        ? rule.missing() == Missing.ANY
        : ours.size() == 1 && ours.equals(theirs);
  }

  private Set<Attribute> said(EqualRule rule, Waiter ticket) {
    Set<Attribute> said = new HashSet<>();
    ticket.players.forEach(player -> values.of(player, rule.attribute()).ifPresent(said::add));
    return said;
  }

  private boolean isNear(DistanceRule rule, Waiter one, Waiter other) {
    OptionalDouble a = values.number(one, rule.attribute(), rule.party());
    OptionalDouble b = values.number(other, rule.attribute(), rule.party());
    if (a.isEmpty() || b.isEmpty()) {
      return rule.missing() == Missing.ANY;
    }
    double apart = Math.abs(a.getAsDouble() - b.getAsDouble());
    return waits.limit(rule.limit(), one).filter(max -> apart > max).isEmpty()
        && waits.limit(rule.limit(), other).filter(max -> apart > max).isEmpty();
  }

  private boolean isFine(Rule rule, List<Waiter> all, List<Waiter> coming) {
    return switch (rule) {
      case IntersectionRule common -> isShared(common, all);
      case LatencyRule latency -> knowNone(coming) || isReached(latency, all);
      case EqualRule _,
          DistanceRule _,
          RangeRule _,
          TeamDifferenceRule _,
          TeamSizeDifferenceRule _,
          TeamCountRule _ ->
          true;
    };
  }

  private boolean isShared(IntersectionRule rule, List<Waiter> all) {
    List<Player> players = all.stream().flatMap(ticket -> ticket.players.stream()).toList();
    List<Set<String>> lists = values.texts(players, rule.attribute());
    int needed =
        all.stream()
            .flatMap(ticket -> waits.limit(rule.limit(), ticket).stream())
            .mapToInt(fewest -> fewest)
            .max()
            .orElse(0);
    Set<String> common = new HashSet<>(lists.isEmpty() ? Set.of() : lists.getFirst());
    lists.forEach(common::retainAll);
    return lists.isEmpty() || common.size() >= needed;
  }

  private static boolean knowNone(List<Waiter> tickets) {
    return tickets.stream()
        .allMatch(ticket -> ticket.players.stream().allMatch(p -> p.latencyMs().isEmpty()));
  }

  /** One region that each reaches within its own limit; who knows none does not count. */
  private boolean isReached(LatencyRule rule, List<Waiter> all) {
    Set<String> regions = new HashSet<>();
    all.forEach(ticket -> ticket.players.forEach(p -> regions.addAll(p.latencyMs().keySet())));
    return regions.isEmpty()
        || regions.stream()
            .anyMatch(region -> all.stream().allMatch(ticket -> reaches(rule, ticket, region)));
  }

  private boolean reaches(LatencyRule rule, Waiter ticket, String region) {
    Optional<Integer> most = waits.limit(rule.limit(), ticket);
    return ticket.players.stream()
        .map(Player::latencyMs)
        .filter(known -> !known.isEmpty())
        .allMatch(known ->
            known.containsKey(region)
                && (most.isEmpty() || Objects.requireNonNull(known.get(region)) <= most.get()));
  }
}
