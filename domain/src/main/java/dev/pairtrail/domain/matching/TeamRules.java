package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.event.RuleBasis;
import dev.pairtrail.domain.rules.TeamSizeDifferenceRule;
import dev.pairtrail.domain.rules.TeamSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a rule set asks of the teams of a match. */
final class TeamRules {
  private final List<TeamSpec> specs;
  private final List<Level> levels;
  private final List<HeadCount> counts = new ArrayList<>();
  private final List<Balance> balances = new ArrayList<>();
  private final List<TeamSizeDifferenceRule> evenSizes = new ArrayList<>();
  private final List<Steps> sizeLimits = new ArrayList<>();
  private final int[] sizes;
  private final boolean[][] alike;

  TeamRules(List<TeamSpec> specs) {
    this.specs = specs;
    levels = Level.of(specs);
    sizes = specs.stream().mapToInt(TeamSpec::maxPlayers).toArray();
    alike = new boolean[specs.size()][specs.size()];
    for (int one = 0; one < alike.length; one++) {
      for (int other = 0; other < alike.length; other++) {
        alike[one][other] = specs.get(one).isLike(specs.get(other));
      }
    }
  }

  /** Whether two teams are asked for the same. */
  boolean areAlike(int one, int other) {
    return alike[one][other];
  }

  void add(HeadCount rule) {
    counts.add(rule);
  }

  void add(Balance rule) {
    balances.add(rule);
  }

  void add(TeamSizeDifferenceRule rule) {
    evenSizes.add(rule);
    sizeLimits.add(Steps.of(rule.limit(), Integer::doubleValue, Double.POSITIVE_INFINITY));
  }

  List<TeamSpec> specs() {
    return specs;
  }

  /** Full teams first; at least one. */
  List<Level> levels() {
    return levels;
  }

  /** The fewest players that teams may have after so many milliseconds of wait. */
  Level fewest(long wait) {
    return levels.stream().filter(level -> level.after() <= wait).toList().getLast();
  }

  List<HeadCount> counts() {
    return counts;
  }

  List<Balance> balances() {
    return balances;
  }

  /** How many players each team has when it is full; not to be changed. */
  int[] sizes() {
    return sizes;
  }

  /** Whether any tickets that fill the teams may do so. */
  boolean isTrivial() {
    return counts.isEmpty() && balances.isEmpty() && evenSizes.isEmpty() && levels.size() == 1;
  }

  /** Whether full teams keep to the rules on averages and sizes, for the youngest one's wait. */
  boolean admit(List<? extends List<Waiting>> teams, long youngest) {
    if (!balance(teams, youngest)) {
      return false;
    }
    for (Steps limit : sizeLimits) {
      if (sizeDifference(teams) > limit.at(youngest)) {
        return false;
      }
    }
    return true;
  }

  /** Whether teams keep to the rules on averages, for the youngest one's wait. */
  boolean balance(List<? extends List<Waiting>> teams, long youngest) {
    for (Balance balance : balances) {
      if (balance.difference(teams) > balance.widest().at(youngest)) {
        return false;
      }
    }
    return true;
  }

  private static int sizeDifference(List<? extends List<Waiting>> teams) {
    var sizes =
        teams.stream()
            .mapToInt(team -> team.stream().mapToInt(Waiting::size).sum())
            .summaryStatistics();
    return sizes.getMax() - sizes.getMin();
  }

  /** What the rules on teams say of a match, for the youngest one's wait. */
  List<RuleBasis> measure(List<? extends List<Waiting>> teams, long youngest) {
    List<RuleBasis> measured = new ArrayList<>();
    for (Balance balance : balances) {
      measured.add(
          Measures.basis(
              balance.rule().name(),
              balance.difference(teams),
              balance.widest().at(youngest),
              balance.rule().attribute()));
    }
    for (int i = 0; i < evenSizes.size(); i++) {
      measured.add(
          Measures.basis(
              evenSizes.get(i).name(), sizeDifference(teams), sizeLimits.get(i).at(youngest), ""));
    }
    counts.forEach(count -> measured.add(measure(count, teams, youngest)));
    return measured;
  }

  private RuleBasis measure(HeadCount count, List<? extends List<Waiting>> teams, long youngest) {
    String each =
        IntStream.range(0, teams.size())
            .mapToObj(i -> specs.get(i).name() + " " + count.of(teams.get(i)))
            .collect(Collectors.joining(", "));
    int most = teams.stream().mapToInt(count::of).max().orElse(0);
    return Measures.basis(
        count.rule().name(), most, count.most().at(youngest), count.rule().value() + ": " + each);
  }

  /** How far the averages are from their limits; NaN for each that says nothing. */
  double[] qualities(List<? extends List<Waiting>> teams, long youngest) {
    double[] qualities = new double[balances.size()];
    for (int i = 0; i < qualities.length; i++) {
      Balance balance = balances.get(i);
      qualities[i] = Measures.slack(balance.difference(teams), balance.widest().at(youngest));
    }
    return qualities;
  }
}
