package dev.pairtrail.faults.audit;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.rules.Party;
import dev.pairtrail.domain.rules.RuleSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;

/** What players say of themselves, and the defaults of those who do not. */
record Values(RuleSet rules) {
  Optional<Attribute> of(Player player, String name) {
    Attribute given = player.attributes().get(name);
    return given != null ? Optional.of(given) : rules.attributes().get(name).defaultValue();
  }

  /** The numbers of those who have one. */
  double[] numbers(List<Player> players, String name) {
    return players.stream()
        .flatMap(player -> of(player, name).stream())
        .mapToDouble(value -> value instanceof Attribute.Numeric(double n) ? n : Double.NaN)
        .toArray();
  }

  OptionalDouble number(Waiter ticket, String name, Party party) {
    double[] numbers = numbers(ticket.players, name);
    return switch (party) {
      case AVG -> DoubleStream.of(numbers).average();
      case MIN -> DoubleStream.of(numbers).min();
      case MAX -> DoubleStream.of(numbers).max();
    };
  }

  /** The texts of those who have some. */
  List<Set<String>> texts(List<Player> players, String name) {
    return players.stream()
        .flatMap(player -> of(player, name).stream())
        .map(value ->
            switch (value) {
              case Attribute.Text(var text) -> Set.of(text);
              case Attribute.TextList(var texts) -> Set.copyOf(texts);
              case Attribute.Numeric _ -> Set.<String>of();
            })
        .toList();
  }
}
