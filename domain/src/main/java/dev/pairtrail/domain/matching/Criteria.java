package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.rules.DistanceRule;
import dev.pairtrail.domain.rules.EqualRule;
import dev.pairtrail.domain.rules.IntersectionRule;
import dev.pairtrail.domain.rules.LatencyRule;
import dev.pairtrail.domain.rules.RangeRule;
import dev.pairtrail.domain.rules.Rule;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.rules.TeamCountRule;
import dev.pairtrail.domain.rules.TeamDifferenceRule;
import dev.pairtrail.domain.rules.TeamSizeDifferenceRule;
import dev.pairtrail.domain.rules.TicketTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A rule set, ready to be asked by the matcher: what it compares is looked up once a ticket. */
final class Criteria {
  private final RuleSet rules;
  private final TicketTerms terms;
  private final List<Criterion> criteria = new ArrayList<>();
  private final TeamRules teams;
  private final Optional<Nearness> index;
  private final List<Duration> changes;
  private final boolean duel;
  private final List<FacetReader> readers = new ArrayList<>();

  /** Gives what a rule compares of a ticket. */
  private interface FacetReader {
    @Nullable Object read(TicketTerms terms, List<Player> players);
  }

  Criteria(RuleSet rules) {
    this.rules = rules;
    terms = new TicketTerms(rules);
    teams = new TeamRules(rules.teams());
    index =
        rules.rules(DistanceRule.class).stream()
            .findFirst()
            .map(rule -> Nearness.of(rule, Nearness.INDEXED));
    index.ifPresent(criteria::add);
    rules.rules().forEach(this::add);
    duel = rules.teams().size() == 2 && rules.matchSize() == 2 && teams.isTrivial();
    changes =
        Stream.concat(
                rules.rules().stream().flatMap(rule -> rule.limit().changes()),
                teams.levels().stream().skip(1).map(level -> Duration.ofMillis(level.after())))
            .distinct()
            .sorted()
            .toList();
  }

  private void add(Rule rule) {
    int slot = readers.size();
    switch (rule) {
      case EqualRule equal -> add(Sameness.of(equal, slot));
      case DistanceRule distance -> {
        if (index.filter(first -> first.rule().equals(distance)).isEmpty()) {
          add(Nearness.of(distance, slot));
        }
      }
      case RangeRule range -> add(Within.of(range, slot));
      case IntersectionRule common -> add(Overlap.of(common, slot));
      case LatencyRule latency -> add(Reachability.of(latency, slot));
      case TeamCountRule count -> {
        teams.add(HeadCount.of(count, slot));
        readers.add((of, players) -> of.count(players, count));
      }
      case TeamDifferenceRule difference -> {
        teams.add(Balance.of(difference, slot));
        readers.add((of, players) -> sum(of.numbers(players, difference.attribute()).toArray()));
      }
      case TeamSizeDifferenceRule difference -> teams.add(difference);
    }
  }

  private void add(Criterion criterion) {
    criteria.add(criterion);
    readers.add(criterion::facet);
  }

  private static Balance.Sum sum(double[] numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    return new Balance.Sum(sum, numbers.length);
  }

  RuleSet rules() {
    return rules;
  }

  TeamRules teams() {
    return teams;
  }

  /** All but the rules on teams. */
  List<Criterion> criteria() {
    return criteria;
  }

  /** The waits at which a ticket's limits change, rising. */
  List<Duration> changes() {
    return changes;
  }

  /** What must be equal for these players and those whom they meet. */
  Partition partition(List<Player> players) {
    return new Partition(terms.partition(players));
  }

  /**
   * A ticket of these players, as the matcher sees it.
   *
   * @param partition an array with that of the players alone, best one for all who have the same
   */
  Waiting waiting(TicketId id, Instant since, List<Player> players, @Nullable Object[] partition) {
    double value = index.isPresent() ? index.get().value(terms, players) : Double.NaN;
    return new Waiting(id, since, players.size(), value, facets(partition, players));
  }

  private @Nullable Object[] facets(@Nullable Object[] partition, List<Player> players) {
    if (readers.isEmpty()) {
      return partition;
    }
    @Nullable Object[] facets = new @Nullable Object[1 + readers.size()];
    facets[0] = partition[0];
    for (int i = 0; i < readers.size(); i++) {
      facets[i + 1] = readers.get(i).read(terms, players);
    }
    return facets;
  }

  /** How far from its own number a ticket looks; infinite where no distance is measured. */
  double window(Waiting ticket, Moment moment) {
    return index.isPresent() && ticket.hasValue()
        ? index.get().window(ticket, moment)
        : Double.POSITIVE_INFINITY;
  }

  /** Whether a ticket may join others, who may be together, at this moment. */
  boolean admit(List<Waiting> others, Waiting candidate, Moment moment) {
    return refusing(others, candidate, moment) == null;
  }

  /** The first that does not let a ticket join others; null if all do. */
  @Nullable Criterion refusing(List<Waiting> others, Waiting candidate, Moment moment) {
    for (int i = 0; i < criteria.size(); i++) {
      if (!criteria.get(i).admits(others, candidate, moment)) {
        return criteria.get(i);
      }
    }
    return null;
  }

  /** The first that keeps two tickets apart, one of which seeds; null if all let them meet. */
  @Nullable Criterion refusing(Waiting seed, Waiting other, Moment moment) {
    List<Waiting> alone = List.of(seed);
    for (Criterion criterion : criteria) {
      if (!criterion.admits(List.of(), seed, moment) || !criterion.admits(alone, other, moment)) {
        return criterion;
      }
    }
    return null;
  }

  /** Whether a match is any two single players, so that there is nothing to divide. */
  boolean isDuel() {
    return duel;
  }

  /** Whether that a ticket is gone may let others match who could not before. */
  boolean departureMayHelp() {
    return rules.matchSize() > 2 || !teams.isTrivial();
  }
}
