package dev.pairtrail.domain.rules;

import dev.pairtrail.domain.Player;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether a queue takes some players as one ticket: each says what the rules ask, and together they
 * do not break by themselves a rule that never becomes optional.
 */
final class TicketCheck {
  private final RuleSet rules;
  private final TicketTerms terms;
  private final List<Player> players;
  private final List<Violation> found = new ArrayList<>();

  TicketCheck(RuleSet rules, TicketTerms terms, List<Player> players) {
    this.rules = rules;
    this.terms = terms;
    this.players = players;
  }

  List<Violation> violations() {
    size();
    if (!players.isEmpty()) {
      players.forEach(player -> types(path(player), player));
      rules.rules().forEach(this::required);
      rules.partition().forEach(this::same);
      twice();
      if (found.isEmpty()) {
        rules.rules().forEach(this::alone);
      }
    }
    return found;
  }

  private void size() {
    if (players.isEmpty() || players.size() > rules.largestTeam()) {
      report("/players", "a ticket of this queue has 1 to " + rules.largestTeam() + " players");
    }
  }

  private void twice() {
    if (players.stream().map(Player::id).distinct().count() < players.size()) {
      report("/players", "the same player is named twice");
    }
  }

  private void types(String path, Player player) {
    player
        .attributes()
        .forEach((name, value) -> {
          AttributeSpec spec = rules.attributes().get(name);
          if (spec != null && !spec.type().admits(value)) {
            String type = spec.type().name().toLowerCase(Locale.ROOT);
            report(pointer(path, name), "must be a " + type);
          }
        });
  }

  private void same(String attribute) {
    Player first = players.getFirst();
    for (Player player : players) {
      if (!terms.value(player, attribute).equals(terms.value(first, attribute))) {
        report(pointer(path(player), attribute), "must be the same for the whole party");
      }
    }
  }

  private void required(Rule rule) {
    if (rule.missing() == Missing.ANY) {
      return;
    }
    for (Player player : players) {
      rule.compared()
          .filter(attribute -> terms.value(player, attribute).isEmpty())
          .ifPresent(a -> report(pointer(path(player), a), "is required by this queue"));
      if (rule instanceof LatencyRule && player.latencyMs().isEmpty()) {
        report(path(player) + "/latency_ms", "is required by this queue");
      }
    }
  }

  /** A rule that the ticket breaks whoever it meets, and however long it waits. */
  private void alone(Rule rule) {
    if (rule.limit().optionalAfter().isPresent()) {
      return;
    }
    String path = rule.compared().map(name -> pointer(path(players.getFirst()), name)).orElse("");
    switch (rule) {
      case EqualRule equal -> {
        if (terms.values(players, equal.attribute()).size() > 1) {
          same(equal.attribute());
        }
      }
      case RangeRule range -> range(path, range);
      case IntersectionRule common -> {
        int min = common.limit().loosest();
        if (terms.common(players, common.attribute()).filter(c -> c.size() < min).isPresent()) {
          report(path, "must name " + min + " that the whole party shares");
        }
      }
      case LatencyRule latency -> latency(latency);
      case TeamCountRule count -> {
        double max = count.limit().loosest().max();
        if (terms.count(players, count) > max) {
          report(path, "is " + count.value() + " for more than " + number(max) + " of the party");
        }
      }
      case DistanceRule _, TeamDifferenceRule _, TeamSizeDifferenceRule _ -> {}
    }
  }

  private void range(String path, RangeRule range) {
    Span loosest = range.limit().loosest();
    var number = terms.number(players, range.attribute(), range.party());
    if (number.isPresent() && !loosest.contains(number.getAsDouble())) {
      report(path, "must be " + words(loosest) + " here");
    }
  }

  private static String words(Span span) {
    if (Double.isInfinite(span.max())) {
      return number(span.min()) + " or more";
    }
    return Double.isInfinite(span.min())
        ? "at most " + number(span.max())
        : "from " + number(span.min()) + " to " + number(span.max());
  }

  private void latency(LatencyRule latency) {
    int max = latency.limit().loosest();
    boolean unreachable =
        terms
            .latencies(players)
            .filter(worst -> worst.values().stream().noneMatch(ms -> ms <= max))
            .isPresent();
    if (unreachable) {
      report(
          path(players.getFirst()) + "/latency_ms",
          "must name a region that the whole party reaches within " + max + " ms");
    }
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private String path(Player player) {
    return "/players/" + players.indexOf(player);
  }

  /** A JSON pointer escapes its separators (RFC 6901). */
  private static String pointer(String path, String attribute) {
    return path + "/attributes/" + attribute.replace("~", "~0").replace("/", "~1");
  }

  private void report(String path, String detail) {
    found.add(new Violation(path, detail));
  }
}
