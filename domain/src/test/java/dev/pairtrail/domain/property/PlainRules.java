package dev.pairtrail.domain.property;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.event.TicketEnqueued;
import dev.pairtrail.domain.rules.DistanceRule;
import dev.pairtrail.domain.rules.EqualRule;
import dev.pairtrail.domain.rules.IntersectionRule;
import dev.pairtrail.domain.rules.LatencyRule;
import dev.pairtrail.domain.rules.Limit;
import dev.pairtrail.domain.rules.Missing;
import dev.pairtrail.domain.rules.Party;
import dev.pairtrail.domain.rules.RangeRule;
import dev.pairtrail.domain.rules.Rule;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.rules.Span;
import dev.pairtrail.domain.rules.TeamCountRule;
import dev.pairtrail.domain.rules.TeamDifferenceRule;
import dev.pairtrail.domain.rules.TeamSizeDifferenceRule;
import dev.pairtrail.domain.rules.TeamSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What each rule means, in the plainest words: player by player, limit by limit. */
record PlainRules(RuleSet rules, Instant now) {

  /** The names of the rules that these break together, whatever their teams. */
  List<String> broken(List<TicketEnqueued> group) {
    List<String> broken = new ArrayList<>();
    for (String name : rules.partition()) {
      long values = players(group).map(player -> value(player, name)).distinct().count();
      if (values > 1) {
        broken.add("partition " + name);
      }
    }
    rules.rules().stream()
        .filter(rule -> isBroken(rule, group))
        .map(Rule::name)
        .forEach(broken::add);
    return broken;
  }

  private boolean isBroken(Rule rule, List<TicketEnqueued> group) {
    return switch (rule) {
      case EqualRule equal -> anyPair(group, (a, b) -> differ(equal, a, b));
      case DistanceRule distance -> anyPair(group, (a, b) -> isFar(distance, a, b));
      case RangeRule range -> group.stream().anyMatch(ticket -> isOutside(range, ticket));
      case IntersectionRule common -> shareTooLittle(common, group);
      case LatencyRule latency -> haveNoRegion(latency, group);
      case TeamDifferenceRule _, TeamSizeDifferenceRule _, TeamCountRule _ -> false;
    };
  }

  private interface Pair {
    boolean test(TicketEnqueued a, TicketEnqueued b);
  }

  private static boolean anyPair(List<TicketEnqueued> group, Pair pair) {
    return group.stream().anyMatch(a -> group.stream().anyMatch(b -> pair.test(a, b)));
  }

  private <L> Optional<L> limit(Limit<L> limit, TicketEnqueued ticket) {
    Duration waited = waited(ticket);
    if (limit.optionalAfter().filter(end -> !end.minus(waited).isPositive()).isPresent()) {
      return Optional.empty();
    }
    return Stream.concat(
            Stream.of(limit.first()),
            limit.expand().stream()
                .filter(step -> !step.after().minus(waited).isPositive())
                .map(Limit.Step::limit))
        .reduce((_, later) -> later);
  }

  private Duration waited(TicketEnqueued ticket) {
    return Duration.between(ticket.timestamp(), now);
  }

  private boolean differ(EqualRule rule, TicketEnqueued a, TicketEnqueued b) {
    if (limit(rule.limit(), a).isEmpty() && limit(rule.limit(), b).isEmpty()) {
      return false;
    }
    List<Optional<Attribute>> values =
        players(List.of(a, b)).map(player -> value(player, rule.attribute())).distinct().toList();
    boolean nobodyLacks = values.stream().noneMatch(Optional::isEmpty);
    boolean oneLacks =
        Stream.of(a, b)
            .anyMatch(
                t -> t.players().stream().allMatch(p -> value(p, rule.attribute()).isEmpty()));
    if (oneLacks) {
      return !a.equals(b) && rule.missing() == Missing.REJECT;
    }
    return values.size() > (nobodyLacks ? 1 : 2);
  }

  private boolean isFar(DistanceRule rule, TicketEnqueued a, TicketEnqueued b) {
    Optional<Double> x = number(a, rule.attribute(), rule.party());
    Optional<Double> y = number(b, rule.attribute(), rule.party());
    if (x.isEmpty() || y.isEmpty()) {
      return !a.equals(b) && rule.missing() == Missing.REJECT;
    }
    double apart = Math.abs(x.get() - y.get());
    return Stream.of(a, b)
        .flatMap(ticket -> limit(rule.limit(), ticket).stream())
        .anyMatch(window -> apart > window);
  }

  private boolean isOutside(RangeRule rule, TicketEnqueued ticket) {
    Optional<Double> number = number(ticket, rule.attribute(), rule.party());
    Optional<Span> span = limit(rule.limit(), ticket);
    return number.isEmpty()
        ? rule.missing() == Missing.REJECT
        : span.filter(s -> number.get() < s.min() || number.get() > s.max()).isPresent();
  }

  private boolean shareTooLittle(IntersectionRule rule, List<TicketEnqueued> group) {
    int needed =
        group.stream()
            .flatMap(ticket -> limit(rule.limit(), ticket).stream())
            .mapToInt(n -> n)
            .max()
            .orElse(0);
    List<Set<String>> lists =
        players(group)
            .flatMap(player -> value(player, rule.attribute()).stream())
            .<Set<String>>map(value -> new HashSet<>(((Attribute.TextList) value).values()))
            .toList();
    Set<String> common = new HashSet<>(lists.isEmpty() ? Set.of() : lists.getFirst());
    lists.forEach(common::retainAll);
    return !lists.isEmpty() && common.size() < needed;
  }

  private boolean haveNoRegion(LatencyRule rule, List<TicketEnqueued> group) {
    List<TicketEnqueued> measured =
        group.stream()
            .filter(t -> t.players().stream().anyMatch(p -> !p.latencyMs().isEmpty()))
            .toList();
    Set<String> regions = new HashSet<>();
    players(measured).forEach(player -> regions.addAll(player.latencyMs().keySet()));
    return !measured.isEmpty()
        && regions.stream()
            .noneMatch(region -> measured.stream().allMatch(t -> reaches(rule, t, region)));
  }

  private boolean reaches(LatencyRule rule, TicketEnqueued ticket, String region) {
    int max = limit(rule.limit(), ticket).orElse(Integer.MAX_VALUE);
    return ticket.players().stream()
            .filter(player -> !player.latencyMs().isEmpty())
            .allMatch(player -> player.latencyMs().getOrDefault(region, Integer.MAX_VALUE) <= max)
        && ticket.players().stream()
            .filter(player -> !player.latencyMs().isEmpty())
            .allMatch(player -> player.latencyMs().containsKey(region));
  }

  /** What these teams break; all their tickets must insist on it at their waits. */
  List<String> brokenByTeams(List<List<TicketEnqueued>> teams) {
    List<TicketEnqueued> all = teams.stream().flatMap(List::stream).toList();
    TicketEnqueued youngest = all.stream().min(Comparator.comparing(this::waited)).orElseThrow();
    List<String> broken = new ArrayList<>();
    for (int i = 0; i < teams.size(); i++) {
      TeamSpec spec = rules.teams().get(i);
      long size = players(teams.get(i)).count();
      if (size > spec.maxPlayers() || size < fewest(spec, youngest)) {
        broken.add(spec.name() + " has " + size + " players");
      }
    }
    for (Rule rule : rules.rules()) {
      if (isBroken(rule, teams, youngest)) {
        broken.add(rule.name());
      }
    }
    return broken;
  }

  private int fewest(TeamSpec spec, TicketEnqueued youngest) {
    return spec.expand().stream()
        .filter(step -> !step.after().minus(waited(youngest)).isPositive())
        .map(TeamSpec.Step::minPlayers)
        .reduce(spec.maxPlayers(), Math::min);
  }

  private boolean isBroken(Rule rule, List<List<TicketEnqueued>> teams, TicketEnqueued youngest) {
    return switch (rule) {
      case TeamDifferenceRule difference -> {
        double[] averages =
            teams.stream()
                .map(team -> numbers(team, difference.attribute()).average())
                .flatMapToDouble(average -> average.stream())
                .toArray();
        double apart =
            averages.length == 0
                ? 0
                : DoubleStream.of(averages).max().orElseThrow()
                    - DoubleStream.of(averages).min().orElseThrow();
        yield limit(difference.limit(), youngest).filter(max -> apart > max + 1e-9).isPresent();
      }
      case TeamSizeDifferenceRule difference -> {
        long[] sizes = teams.stream().mapToLong(team -> players(team).count()).sorted().toArray();
        long apart = sizes[sizes.length - 1] - sizes[0];
        yield limit(difference.limit(), youngest).filter(max -> apart > max).isPresent();
      }
      case TeamCountRule count ->
          limit(count.limit(), youngest)
              .filter(span ->
                  teams.stream()
                      .mapToLong(team -> players(team).filter(p -> is(p, count)).count())
                      .anyMatch(n -> n < span.min() || n > span.max()))
              .isPresent();
      case EqualRule _, DistanceRule _, RangeRule _, IntersectionRule _, LatencyRule _ -> false;
    };
  }

  private boolean is(Player player, TeamCountRule rule) {
    return value(player, rule.attribute())
        .filter(value ->
            value.equals(new Attribute.Text(rule.value()))
                || (value instanceof Attribute.TextList(var all) && all.contains(rule.value())))
        .isPresent();
  }

  private Optional<Double> number(TicketEnqueued ticket, String attribute, Party party) {
    List<Double> numbers = numbers(List.of(ticket), attribute).boxed().sorted().toList();
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (party) {
          case AVG -> numbers(List.of(ticket), attribute).average().orElseThrow();
          case MIN -> numbers.getFirst();
          case MAX -> numbers.getLast();
        });
  }

  private DoubleStream numbers(List<TicketEnqueued> tickets, String attribute) {
    return players(tickets)
        .flatMap(player -> value(player, attribute).stream())
        .mapToDouble(value -> ((Attribute.Numeric) value).value());
  }

  private static Stream<Player> players(List<TicketEnqueued> tickets) {
    return tickets.stream().flatMap(ticket -> ticket.players().stream());
  }

  private Optional<Attribute> value(Player player, String name) {
    Attribute given = player.attributes().get(name);
    return given != null
        ? Optional.of(given)
        : Optional.ofNullable(rules.attributes().get(name)).flatMap(spec -> spec.defaultValue());
  }
}
