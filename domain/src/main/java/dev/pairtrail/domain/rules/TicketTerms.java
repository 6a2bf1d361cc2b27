package dev.pairtrail.domain.rules;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.Player;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** How the players of a ticket look to a rule set: what it asks of them and what it compares. */
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
    return rules.partition().isEmpty()
        ? List.of()
        : rules.partition().stream().map(name -> value(players.getFirst(), name)).toList();
  }

  /** The number that the distance rule compares; empty if there is no rule or no value. */
  public OptionalDouble distanceValue(List<Player> players) {
    return rules.distance().map(rule -> aggregate(rule, players)).orElse(OptionalDouble.empty());
  }

  private OptionalDouble aggregate(DistanceRule rule, List<Player> players) {
    var numbers =
        players.stream()
            .flatMap(player -> value(player, rule.attribute()).stream())
            .filter(Attribute.Numeric.class::isInstance)
            .mapToDouble(value -> ((Attribute.Numeric) value).value());
    return switch (rule.party()) {
      case AVG -> numbers.average();
      case MIN -> numbers.min();
      case MAX -> numbers.max();
    };
  }

  /** Why the queue does not take these players, each with its JSON pointer; empty if it does. */
  public List<Violation> violations(List<Player> players) {
    List<Violation> found = new ArrayList<>();
    if (players.isEmpty() || players.size() > rules.largestTeam()) {
      found.add(
          new Violation(
              "/players", "a ticket of this queue has 1 to " + rules.largestTeam() + " players"));
    }
    for (int i = 0; i < players.size(); i++) {
      String path = "/players/" + i;
      types(path, players.get(i), found);
      required(path, players.get(i), found);
      partition(path, players.get(i), players.getFirst(), found);
    }
    if (players.stream().map(Player::id).distinct().count() < players.size()) {
      found.add(new Violation("/players", "the same player is named twice"));
    }
    return found;
  }

  private void types(String path, Player player, List<Violation> found) {
    for (Map.Entry<String, Attribute> given : player.attributes().entrySet()) {
      AttributeSpec spec = rules.attributes().get(given.getKey());
      if (spec != null && !spec.type().admits(given.getValue())) {
        String type = spec.type().name().toLowerCase(Locale.ROOT);
        found.add(new Violation(pointer(path, given.getKey()), "must be a " + type));
      }
    }
  }

  private void required(String path, Player player, List<Violation> found) {
    rules
        .distance()
        .filter(rule -> rule.missing() == DistanceRule.Missing.REJECT)
        .filter(rule -> value(player, rule.attribute()).isEmpty())
        .ifPresent(rule ->
            found.add(new Violation(pointer(path, rule.attribute()), "is required by this queue")));
  }

  private void partition(String path, Player player, Player first, List<Violation> found) {
    for (String name : rules.partition()) {
      if (!value(player, name).equals(value(first, name))) {
        found.add(new Violation(pointer(path, name), "must be the same for the whole party"));
      }
    }
  }

  /** A JSON pointer escapes its separators (RFC 6901). */
  private static String pointer(String path, String attribute) {
    return path + "/attributes/" + attribute.replace("~", "~0").replace("/", "~1");
  }
}
