package dev.pairtrail.domain.rules;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.Player;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/** How the players of a ticket look to a rule set: what its rules compare. */
public final class TicketTerms {
  private final RuleSet rules;

  public TicketTerms(RuleSet rules) {
    this.rules = rules;
  }

  /** What a player says of an attribute, or the attribute's default. */
  public Optional<Attribute> value(Player player, String attribute) {
    Attribute given = player.attributes().get(attribute);
    return given != null
        ? Optional.of(given)
        : Optional.ofNullable(rules.attributes().get(attribute))
            .flatMap(AttributeSpec::defaultValue);
  }

  /** The values that must be equal within a match; those of the first player, as all agree. */
  public List<Optional<Attribute>> partition(List<Player> players) {
    List<String> names = rules.partition();
    if (names.isEmpty()) {
      return List.of();
    }
    List<Optional<Attribute>> values = new ArrayList<>(names.size());
    for (String name : names) {
      values.add(value(players.getFirst(), name));
    }
    return List.copyOf(values);
  }

  /** The different values that the players have. */
  public List<Attribute> values(List<Player> players, String attribute) {
    return players.stream().flatMap(p -> value(p, attribute).stream()).distinct().toList();
  }

  /** The numbers of those players who have one. */
  public DoubleStream numbers(List<Player> players, String attribute) {
    return players.stream()
        .flatMap(player -> value(player, attribute).stream())
        .filter(Attribute.Numeric.class::isInstance)
        .mapToDouble(value -> ((Attribute.Numeric) value).value());
  }

  /** The number that stands for a party; empty if none of its players has one. */
  public OptionalDouble number(List<Player> players, String attribute, Party party) {
    if (players.size() == 1) {
      return value(players.getFirst(), attribute).orElse(null) instanceof Attribute.Numeric one
          ? OptionalDouble.of(one.value())
          : OptionalDouble.empty();
    }
    DoubleStream numbers = numbers(players, attribute);
    return switch (party) {
      case AVG -> numbers.average();
      case MIN -> numbers.min();
      case MAX -> numbers.max();
    };
  }

  /** What all players with such a list have in it; empty if none of them has one. */
  public Optional<NavigableSet<String>> common(List<Player> players, String attribute) {
    return players.stream()
        .flatMap(player -> value(player, attribute).stream())
        .filter(Attribute.TextList.class::isInstance)
        .<NavigableSet<String>>map(value -> new TreeSet<>(((Attribute.TextList) value).values()))
        .reduce((all, one) -> {
          all.retainAll(one);
          return all;
        });
  }

  /**
   * For each region that all players with latencies know, the longest of them; empty if none of the
   * players has any.
   */
  public Optional<NavigableMap<String, Integer>> latencies(List<Player> players) {
    return players.stream()
        .map(Player::latencyMs)
        .filter(latencies -> !latencies.isEmpty())
        .<NavigableMap<String, Integer>>map(TreeMap::new)
        .reduce((all, one) -> {
          all.keySet().retainAll(one.keySet());
          all.replaceAll((region, ms) -> Math.max(ms, Objects.requireNonNull(one.get(region))));
          return all;
        });
  }

  /** How many of the players are of the kind that the rule counts. */
  public int count(List<Player> players, TeamCountRule rule) {
    return Math.toIntExact(
        players.stream()
            .filter(
                p -> value(p, rule.attribute()).filter(v -> isKind(v, rule.value())).isPresent())
            .count());
  }

  private static boolean isKind(Attribute value, String kind) {
    return switch (value) {
      case Attribute.Text(var text) -> text.equals(kind);
      case Attribute.TextList(var texts) -> texts.contains(kind);
      case Attribute.Numeric _ -> false;
    };
  }

  /** Why the queue does not take these players, each with its JSON pointer; empty if it does. */
  public List<Violation> violations(List<Player> players) {
    return new TicketCheck(rules, this, players).violations();
  }
}
