package dev.pairtrail.faults.audit;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.rules.Limit;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.rules.Span;
import dev.pairtrail.domain.rules.TeamCountRule;
import dev.pairtrail.domain.rules.TeamDifferenceRule;
import dev.pairtrail.domain.rules.TeamSizeDifferenceRule;
import dev.pairtrail.domain.rules.TeamSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Whether teams are as the rules ask, for whoever of the match waited least. */
record SideRules(RuleSet rules, List<List<Waiter>> teams, Waits waits, Values values) {
  /** Sums of fractions come out differently in another order. */
  private static final double ROUNDING = 1e-6;

  SideRules(RuleSet rules, List<List<Waiter>> teams, Instant now) {
    this(rules, teams, new Waits(now), new Values(rules));
  }

  /** What is wrong with the teams of a whole match. */
  List<String> brokenByMatch() {
    List<String> broken = new ArrayList<>(differences());
    for (int i = 0; i < teams.size(); i++) {
      TeamSpec spec = rules.teams().get(i);
      int size = size(teams.get(i));
      if (size > spec.maxPlayers() || size < fewest(spec)) {
        broken.add("team " + spec.name() + " has " + size + " players");
      }
    }
    rules.rules(TeamSizeDifferenceRule.class).stream()
        .filter(rule -> limit(rule.limit()).filter(max -> sizesApart() > max).isPresent())
        .forEach(rule -> broken.add(rule.name()));
    rules.rules(TeamCountRule.class).stream()
        .filter(rule -> limit(rule.limit()).filter(span -> !isEachIn(rule, span)).isPresent())
        .forEach(rule -> broken.add(rule.name()));
    return broken;
  }

  /**
   * What is wrong with the teams of a game that some came into: places may stay open in it.
   *
   * @param joined which teams they came into
   */
  List<String> brokenByBackfill(List<List<Waiter>> joined) {
    List<String> broken = new ArrayList<>(differences());
    for (TeamCountRule rule : rules.rules(TeamCountRule.class)) {
      double most = limit(rule.limit()).map(Span::max).orElse(Double.POSITIVE_INFINITY);
      if (joined.stream().anyMatch(team -> count(rule, team) > most)) {
        broken.add(rule.name());
      }
    }
    return broken;
  }

  private <L> Optional<L> limit(Limit<L> limit) {
    return waits.limit(limit, youngest());
  }

  private Duration youngest() {
    return waits.shortest(teams.stream().flatMap(List::stream).toList());
  }

  private int fewest(TeamSpec spec) {
    int fewest = spec.maxPlayers();
    for (TeamSpec.Step step : spec.expand()) {
      fewest = Waits.isOver(step.after(), youngest()) ? step.minPlayers() : fewest;
    }
    return fewest;
  }

  private List<String> differences() {
    return rules.rules(TeamDifferenceRule.class).stream()
        .filter(rule ->
            limit(rule.limit()).filter(max -> averagesApart(rule) > max + ROUNDING).isPresent())
        .map(TeamDifferenceRule::name)
        .toList();
  }

  private double averagesApart(TeamDifferenceRule rule) {
    double[] averages =
        teams.stream()
            .map(team -> DoubleStream.of(values.numbers(players(team), rule.attribute())).average())
            .flatMapToDouble(OptionalDouble::stream)
            .sorted()
            .toArray();
    return averages.length == 0 ? 0 : averages[averages.length - 1] - averages[0];
  }

  private int sizesApart() {
    int[] sizes = teams.stream().mapToInt(SideRules::size).sorted().toArray();
    return sizes[sizes.length - 1] - sizes[0];
  }

  private boolean isEachIn(TeamCountRule rule, Span span) {
    return teams.stream()
        .mapToLong(team -> count(rule, team))
        .allMatch(count -> count >= span.min() && count <= span.max());
  }

  private long count(TeamCountRule rule, List<Waiter> team) {
    return values.texts(players(team), rule.attribute()).stream()
        .filter(texts -> texts.contains(rule.value()))
        .count();
  }

  private static List<Player> players(List<Waiter> team) {
    return team.stream().flatMap(ticket -> ticket.players.stream()).toList();
  }

  private static int size(List<Waiter> team) {
    return players(team).size();
  }
}
