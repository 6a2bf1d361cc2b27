package dev.pairtrail.domain.rules;

import dev.pairtrail.domain.Attribute;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;

/** Checks what one rule says, with all that its rule set declares. */
final class RuleCheck {
  private final RuleSet rules;
  private final String path;
  private final Rule rule;
  private final List<Violation> violations = new ArrayList<>();

  RuleCheck(RuleSet rules, String path, Rule rule) {
    this.rules = rules;
    this.path = path;
    this.rule = rule;
  }

  List<Violation> violations() {
    switch (rule) {
      case EqualRule _ -> compares(EnumSet.allOf(AttributeSpec.Type.class));
      case DistanceRule distance -> {
        compares(EnumSet.of(AttributeSpec.Type.NUMBER));
        upperLimit("max", distance.limit());
      }
      case RangeRule range -> {
        compares(EnumSet.of(AttributeSpec.Type.NUMBER));
        span(range.limit());
        defaultWithin(range);
      }
      case IntersectionRule common -> {
        compares(EnumSet.of(AttributeSpec.Type.STRING_LIST));
        lowerLimit(common.limit());
      }
      case LatencyRule latency -> upperLimit("max_ms", latency.limit());
      case TeamDifferenceRule difference -> {
        compares(EnumSet.of(AttributeSpec.Type.NUMBER));
        upperLimit("max", difference.limit());
        severalTeams();
      }
      case TeamSizeDifferenceRule difference -> {
        upperLimit("max", difference.limit());
        severalTeams();
        sizes(difference);
      }
      case TeamCountRule count -> {
        compares(EnumSet.of(AttributeSpec.Type.STRING, AttributeSpec.Type.STRING_LIST));
        span(count.limit());
        places(count);
      }
    }
    return violations;
  }

  private void compares(Set<AttributeSpec.Type> types) {
    rule.compared()
        .ifPresent(name -> {
          AttributeSpec spec = rules.attributes().get(name);
          if (spec == null) {
            report(".attribute", name + " is not among the queue's attributes");
          } else if (!types.contains(spec.type())) {
            report(".attribute", name + " is not of type " + names(types));
          }
        });
  }

  private static String names(Set<AttributeSpec.Type> types) {
    return String.join(" or ", types.stream().map(t -> t.name().toLowerCase(Locale.ROOT)).toList());
  }

  private <N extends Number> void upperLimit(String key, Limit<N> limit) {
    finite("." + key, limit.first());
    widens(key, limit, (next, before) -> next.doubleValue() > before.doubleValue());
    for (int i = 0; i < limit.expand().size(); i++) {
      if (Double.isInfinite(limit.expand().get(i).limit().doubleValue())) {
        report(".expand[" + i + "]." + key, "must be finite; optional_after ends a rule");
      }
    }
  }

  private void finite(String key, Number value) {
    if (!(value.doubleValue() >= 0) || Double.isInfinite(value.doubleValue())) {
      report(key, "must be a number, 0 or more");
    }
  }

  private void lowerLimit(Limit<Integer> limit) {
    if (limit.first() < 1) {
      report(".min", "must be at least 1");
    }
    widens("min", limit, (next, before) -> next < before && next >= 1);
  }

  private void span(Limit<Span> limit) {
    Span first = limit.first();
    if (!(first.min() <= first.max())) {
      report(".max", "must be a number, at least min");
    }
    widens("max", limit, (next, before) -> next.contains(before) && !next.equals(before));
  }

  /** An expansion that does not loosen is a mistake. */
  private <L> void widens(String key, Limit<L> limit, BiPredicate<L, L> looser) {
    L before = limit.first();
    for (int i = 0; i < limit.expand().size(); i++) {
      L next = limit.expand().get(i).limit();
      if (!looser.test(next, before)) {
        report(
            ".expand[" + i + "]." + key,
            "must allow more than before it, which is " + text(before));
      }
      before = next;
    }
  }

  private static String text(Object limit) {
    return limit instanceof Span(double min, double max) ? min + " to " + max : limit.toString();
  }

  private void defaultWithin(RangeRule range) {
    AttributeSpec spec = rules.attributes().get(range.attribute());
    if (spec != null
        && range.limit().optionalAfter().isEmpty()
        && spec.defaultValue().orElse(null) instanceof Attribute.Numeric(double value)
        && !range.limit().loosest().contains(value)) {
      report(".max", "nothing can satisfy it that leaves the attribute to its default, " + value);
    }
  }

  private void severalTeams() {
    if (rules.teams().size() == 1) {
      report(".type", "compares teams, and the queue has one");
    }
  }

  /** Full teams that differ by their very sizes would never be a match. */
  private void sizes(TeamSizeDifferenceRule difference) {
    int largest = rules.largestTeam();
    int smallest = rules.teams().stream().mapToInt(TeamSpec::maxPlayers).min().orElse(0);
    boolean shrinks = rules.teams().stream().anyMatch(team -> !team.expand().isEmpty());
    if (difference.limit().optionalAfter().isEmpty()
        && !shrinks
        && largest - smallest > difference.limit().loosest()) {
      report(".max", "nothing can satisfy it: full teams differ by " + (largest - smallest));
    }
  }

  private void places(TeamCountRule count) {
    Span first = count.limit().first();
    if (first.min() < 0) {
      report(".min", "must be 0 or more");
    }
    if (count.limit().optionalAfter().isPresent()) {
      return;
    }
    int smallest = rules.teams().stream().mapToInt(TeamSpec::maxPlayers).min().orElse(0);
    if (count.limit().loosest().min() > smallest) {
      report(".min", "nothing can satisfy it: a team has " + smallest + " players");
    }
  }

  private void report(String key, String detail) {
    violations.add(new Violation(path + key, detail));
  }
}
