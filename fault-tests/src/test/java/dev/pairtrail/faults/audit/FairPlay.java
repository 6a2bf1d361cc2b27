package dev.pairtrail.faults.audit;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.rules.DistanceRule;
import dev.pairtrail.domain.rules.DistanceRule.Missing;
import dev.pairtrail.domain.rules.DistanceRule.Step;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.rules.TeamSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;

/** Whether one match keeps to a rule set: every pair, every team, every partition, looked at. */
record FairPlay(RuleSet rules, PlayersMatched match, List<Waiter> members) {

  List<String> faults() {
    List<String> faults = new ArrayList<>();
    teams(faults);
    for (Waiter one : members) {
      rules
          .ticketTimeout()
          .filter(timeout -> waited(one, match.timestamp()).compareTo(timeout) >= 0)
          .ifPresent(_ -> faults.add(one.id + " had expired"));
      for (Waiter other : members) {
        if (!mayMeet(rules, one, other, match.timestamp())) {
          faults.add(one.id + " and " + other.id + " may not meet");
        }
      }
    }
    basis(faults);
    return faults;
  }

  private void teams(List<String> faults) {
    if (match.teams().size() != rules.teams().size()) {
      faults.add("there should be " + rules.teams().size() + " teams");
      return;
    }
    for (int i = 0; i < match.teams().size(); i++) {
      PlayersMatched.Team team = match.teams().get(i);
      TeamSpec spec = rules.teams().get(i);
      int size = team.playerIds().size();
      if (size < spec.minPlayers() || size > spec.maxPlayers()) {
        faults.add("team " + spec.name() + " has " + size + " players");
      }
      if (!Set.copyOf(team.playerIds()).equals(players(team))) {
        faults.add("team " + spec.name() + " has players of other tickets");
      }
    }
  }

  private Set<PlayerId> players(PlayersMatched.Team team) {
    Set<PlayerId> players = new HashSet<>();
    members.stream()
        .filter(ticket -> team.ticketIds().contains(ticket.id))
        .forEach(ticket -> ticket.players.forEach(player -> players.add(player.id())));
    return players;
  }

  private void basis(List<String> faults) {
    match
        .basis()
        .ifPresent(basis ->
            basis
                .tickets()
                .forEach(said ->
                    members.stream()
                        .filter(ticket -> ticket.id.equals(said.ticketId()))
                        .filter(t -> !waited(t, match.timestamp()).equals(said.waited()))
                        .forEach(
                            t -> faults.add(t.id + " waited " + waited(t, match.timestamp())))));
  }

  /** Whether the window of each, at its own wait, admits the other. */
  static boolean mayMeet(RuleSet rules, Waiter one, Waiter other, Instant now) {
    for (String name : rules.partition()) {
      if (!value(rules, one.players.getFirst(), name)
          .equals(value(rules, other.players.getFirst(), name))) {
        return false;
      }
    }
    Optional<DistanceRule> distance =
        rules.rules().stream().map(DistanceRule.class::cast).findFirst();
    return distance.isEmpty() || isNear(rules, distance.get(), one, other, now);
  }

  private static boolean isNear(
      RuleSet rules, DistanceRule rule, Waiter one, Waiter other, Instant now) {
    OptionalDouble a = number(rules, rule, one);
    OptionalDouble b = number(rules, rule, other);
    if (a.isEmpty() || b.isEmpty()) {
      return rule.missing() == Missing.ANY;
    }
    double distance = Math.abs(a.getAsDouble() - b.getAsDouble());
    return distance <= window(rule, waited(one, now))
        && distance <= window(rule, waited(other, now));
  }

  private static OptionalDouble number(RuleSet rules, DistanceRule rule, Waiter ticket) {
    double[] numbers =
        ticket.players.stream()
            .flatMap(player -> value(rules, player, rule.attribute()).stream())
            .mapToDouble(value -> value instanceof Attribute.Numeric(double n) ? n : Double.NaN)
            .toArray();
    return switch (rule.party()) {
      case AVG -> DoubleStream.of(numbers).average();
      case MIN -> DoubleStream.of(numbers).min();
      case MAX -> DoubleStream.of(numbers).max();
    };
  }

  private static Optional<Attribute> value(RuleSet rules, Player player, String name) {
    Attribute given = player.attributes().get(name);
    return given != null ? Optional.of(given) : rules.attributes().get(name).defaultValue();
  }

  private static double window(DistanceRule rule, Duration waited) {
    double widest = rule.max();
    for (Step step : rule.expand()) {
      if (!step.after().minus(waited).isPositive()) {
        widest = Math.max(widest, step.max());
      }
    }
    return widest;
  }

  private static Duration waited(Waiter ticket, Instant now) {
    return now.isAfter(ticket.since) ? Duration.between(ticket.since, now) : Duration.ZERO;
  }
}
