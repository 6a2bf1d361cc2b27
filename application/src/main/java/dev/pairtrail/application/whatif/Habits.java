package dev.pairtrail.application.whatif;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.rules.AttributeSpec;
import dev.pairtrail.domain.rules.IntersectionRule;
import dev.pairtrail.domain.rules.LatencyRule;
import dev.pairtrail.domain.rules.RangeRule;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.rules.Span;
import dev.pairtrail.domain.rules.TeamCountRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What made-up players say of themselves beside their rating: the default of an attribute, else the
 * first value that the rules let pass.
 */
final class Habits {
  private static final String ANY = "any";
  private static final int PING_MS = 20;

  private final RuleSet rules;
  private final Random random;
  private final Optional<String> rated;
  private final Map<String, Attribute> same = new LinkedHashMap<>();
  private final List<TeamCountRule> kinds;
  private final List<String> assumed = new ArrayList<>();

  Habits(RuleSet rules, Population.Ratings ratings, Random random) {
    this.rules = rules;
    this.random = random;
    rated = Measure.of(rules).attribute();
    kinds = new ArrayList<>(rules.rules(TeamCountRule.class));
    kinds.removeIf(rule -> rated.filter(rule.attribute()::equals).isPresent());
    assumed.add(
        rated
            .map(name -> name + " is drawn from " + ratings)
            .orElse("no rating is drawn, as the rules know no number"));
    rules.attributes().forEach(this::settle);
    kinds.forEach(rule ->
        assumed.add(rule.attribute() + " is " + rule.value() + " for " + percent(share(rule))));
    latencies().forEach((region, ms) -> assumed.add("latency_ms is " + region + ": " + ms));
  }

  private void settle(String name, AttributeSpec spec) {
    boolean drawn =
        rated.filter(name::equals).isPresent()
            || kinds.stream().anyMatch(r -> r.attribute().equals(name));
    if (drawn) {
      return;
    }
    Attribute value = spec.defaultValue().orElseGet(() -> firstValue(name, spec));
    same.put(name, value);
    assumed.add(name + " is " + text(value));
  }

  private Attribute firstValue(String name, AttributeSpec spec) {
    return switch (spec.type()) {
      case NUMBER -> new Attribute.Numeric(number(name));
      case STRING -> new Attribute.Text(ANY);
      case STRING_LIST ->
          new Attribute.TextList(
              IntStream.rangeClosed(1, shared(name)).mapToObj(i -> ANY + i).toList());
    };
  }

  /** The end of the span that is nearest to 0, or 0 within it. */
  private double number(String name) {
    return rules.rules(RangeRule.class).stream()
        .filter(rule -> rule.attribute().equals(name))
        .map(rule -> nearestToZero(rule.limit().first()))
        .findFirst()
        .orElse(0.0);
  }

  private static double nearestToZero(Span span) {
    return Math.min(Math.max(0, span.min()), span.max());
  }

  private int shared(String name) {
    return rules.rules(IntersectionRule.class).stream()
        .filter(rule -> rule.attribute().equals(name))
        .mapToInt(rule -> rule.limit().first())
        .max()
        .orElse(1);
  }

  Map<String, Attribute> attributes(Attribute rating) {
    Map<String, Attribute> all = new LinkedHashMap<>(same);
    rated.ifPresent(name -> all.put(name, rating));
    kinds.forEach(rule -> all.merge(rule.attribute(), kind(rule), Habits::moreTelling));
    return all;
  }

  /** Of two kinds of one attribute the one that a rule counts. */
  private static Attribute moreTelling(Attribute before, Attribute next) {
    return before.equals(new Attribute.Text(ANY)) ? next : before;
  }

  private Attribute kind(TeamCountRule rule) {
    String value = random.nextDouble() < share(rule) ? rule.value() : ANY;
    AttributeSpec spec = rules.attributes().get(rule.attribute());
    return spec != null && spec.type() == AttributeSpec.Type.STRING_LIST
        ? new Attribute.TextList(List.of(value))
        : new Attribute.Text(value);
  }

  /** As many as the fewest that each team must have, else the most it may. */
  private double share(TeamCountRule rule) {
    Span span = rule.limit().first();
    double wanted = span.min() > 0 ? span.min() : Math.min(span.max(), 1);
    return Math.min(1, wanted / rules.largestTeam());
  }

  Map<String, Integer> latencies() {
    return rules.rules(LatencyRule.class).stream()
        .findFirst()
        .map(rule -> Map.of(ANY, Math.min(PING_MS, rule.limit().first())))
        .orElse(Map.of());
  }

  List<String> assumed() {
    return assumed;
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " % of them, else " + ANY;
  }

  private static String text(Attribute value) {
    return switch (value) {
      case Attribute.Numeric(var number) -> Population.number(number);
      case Attribute.Text(var text) -> text;
      case Attribute.TextList(var texts) -> String.join(", ", texts);
    };
  }
}
