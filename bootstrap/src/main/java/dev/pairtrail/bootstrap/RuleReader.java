package dev.pairtrail.bootstrap;

import dev.pairtrail.domain.rules.DistanceRule;
import dev.pairtrail.domain.rules.EqualRule;
import dev.pairtrail.domain.rules.IntersectionRule;
import dev.pairtrail.domain.rules.LatencyRule;
import dev.pairtrail.domain.rules.Limit;
import dev.pairtrail.domain.rules.Missing;
import dev.pairtrail.domain.rules.Party;
import dev.pairtrail.domain.rules.RangeRule;
import dev.pairtrail.domain.rules.Rule;
import dev.pairtrail.domain.rules.Span;
import dev.pairtrail.domain.rules.TeamCountRule;
import dev.pairtrail.domain.rules.TeamDifferenceRule;
import dev.pairtrail.domain.rules.TeamSizeDifferenceRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Turns one rule of a configuration file into what it means, and notes all that is wrong with it.
 */
final class RuleReader {
  private final FilePlace at;
  private final FileShape.Rule rule;

  RuleReader(FilePlace at, FileShape.Rule rule) {
    this.at = at;
    this.rule = rule;
  }

  /** The rule; empty if its type is not known. */
  Optional<Rule> read() {
    String name = at.text("name", rule.name());
    Optional<RuleKeys> keys = at.read("type", given(), RuleKeys::named);
    keys.ifPresent(this::checkKeys);
    return keys.map(type -> read(type, name));
  }

  private Optional<String> given() {
    return Optional.of(at.text("type", rule.type()));
  }

  private Rule read(RuleKeys type, String name) {
    return switch (type) {
      case EQUAL ->
          new EqualRule(name, attribute(), new Limit<>(true, List.of(), end()), missing());
      case DISTANCE ->
          new DistanceRule(name, attribute(), party(), limit(RuleReader::max), missing());
      case RANGE ->
          new RangeRule(
              name,
              attribute(),
              party(),
              limit(new Spans(Double.NEGATIVE_INFINITY)::read),
              missing());
      case INTERSECTION ->
          new IntersectionRule(name, attribute(), limit(RuleReader::min), missing());
      case LATENCY -> new LatencyRule(name, limit(RuleReader::maxMs), missing());
      case TEAM_DIFFERENCE ->
          new TeamDifferenceRule(name, attribute(), limit(RuleReader::max), missing());
      case TEAM_SIZE_DIFFERENCE -> new TeamSizeDifferenceRule(name, limit(RuleReader::wholeMax));
      case TEAM_COUNT ->
          new TeamCountRule(
              name, attribute(), at.text("value", rule.value()), limit(new Spans(0)::read));
    };
  }

  private void checkKeys(RuleKeys type) {
    Map<String, Optional<?>> keys = new LinkedHashMap<>(limits(rule));
    keys.put("attribute", rule.attribute());
    keys.put("value", rule.value());
    keys.put("party", rule.party());
    keys.put("expand", rule.expand().stream().findFirst());
    keys.put("missing", rule.missing());
    type.check(at, keys);
    for (int i = 0; i < rule.expand().size(); i++) {
      type.check(at.item("expand", i), limits(rule.expand().get(i)));
    }
  }

  private static Map<String, Optional<?>> limits(FileShape.Limits limits) {
    Map<String, Optional<?>> keys = new LinkedHashMap<>();
    keys.put("min", limits.min());
    keys.put("max", limits.max());
    keys.put("max_ms", limits.maxMs());
    return keys;
  }

  private String attribute() {
    return at.text("attribute", rule.attribute());
  }

  private Party party() {
    return at.constant("party", Party.class, rule.party()).orElse(Party.AVG);
  }

  private Missing missing() {
    return at.constant("missing", Missing.class, rule.missing()).orElse(Missing.REJECT);
  }

  private Optional<Duration> end() {
    return at.anyDuration("optional_after", rule.optionalAfter());
  }

  private <L> Limit<L> limit(BiFunction<FilePlace, FileShape.Limits, L> reader) {
    L first = reader.apply(at, rule);
    List<Limit.Step<L>> steps = new ArrayList<>();
    for (int i = 0; i < rule.expand().size(); i++) {
      FileShape.Step step = rule.expand().get(i);
      FilePlace place = at.item("expand", i);
      steps.add(new Limit.Step<>(place.duration("after", step.after()), reader.apply(place, step)));
    }
    return new Limit<>(first, steps, end());
  }

  private static double max(FilePlace at, FileShape.Limits limits) {
    return at.number("max", limits.max());
  }

  private static int wholeMax(FilePlace at, FileShape.Limits limits) {
    return at.whole("max", limits.max());
  }

  private static int maxMs(FilePlace at, FileShape.Limits limits) {
    return at.whole("max_ms", limits.maxMs());
  }

  private static int min(FilePlace at, FileShape.Limits limits) {
    return at.whole("min", limits.min());
  }

  /** Reads spans, each of which keeps the end of the one before that it does not name. */
  private static final class Spans {
    private Span before;

    Spans(double lowest) {
      before = new Span(lowest, Double.POSITIVE_INFINITY);
    }

    Span read(FilePlace at, FileShape.Limits limits) {
      if (limits.min().isEmpty() && limits.max().isEmpty()) {
        at.report("takes min, max or both");
      }
      before =
          new Span(
              at.anyNumber("min", limits.min()).orElse(before.min()),
              at.anyNumber("max", limits.max()).orElse(before.max()));
      return before;
    }
  }
}
