package dev.pairtrail.format;

import dev.pairtrail.domain.rules.DistanceRule;
import dev.pairtrail.domain.rules.DurationText;
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
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Between rules and their stored form. */
final class RuleMapping {
  private RuleMapping() {}

  static StoredRule stored(Rule rule) {
    return switch (rule) {
      case EqualRule r -> new StoredRule.Equal(r.name(), r.attribute(), end(r.limit()), missing(r));
      case DistanceRule r ->
          new StoredRule.Distance(
              r.name(),
              r.attribute(),
              AttributeMapping.number(r.limit().first()),
              SnapshotNames.of(r.party()),
              steps(r.limit(), RuleMapping::step),
              end(r.limit()),
              missing(r));
      case RangeRule r ->
          new StoredRule.Range(
              r.name(),
              r.attribute(),
              number(r.limit().first().min()),
              number(r.limit().first().max()),
              SnapshotNames.of(r.party()),
              steps(r.limit(), RuleMapping::spanStep),
              end(r.limit()),
              missing(r));
      case IntersectionRule r ->
          new StoredRule.Intersection(
              r.name(),
              r.attribute(),
              r.limit().first(),
              steps(r.limit(), StoredRule.CommonStep::new),
              end(r.limit()),
              missing(r));
      case LatencyRule r ->
          new StoredRule.Latency(
              r.name(),
              r.limit().first(),
              steps(r.limit(), StoredRule.LatencyStep::new),
              end(r.limit()),
              missing(r));
      case TeamDifferenceRule r ->
          new StoredRule.TeamDifference(
              r.name(),
              r.attribute(),
              AttributeMapping.number(r.limit().first()),
              steps(r.limit(), RuleMapping::step),
              end(r.limit()),
              missing(r));
      case TeamSizeDifferenceRule r ->
          new StoredRule.TeamSizeDifference(
              r.name(), r.limit().first(), steps(r.limit(), StoredRule.Step::new), end(r.limit()));
      case TeamCountRule r ->
          new StoredRule.TeamCount(
              r.name(),
              r.attribute(),
              r.value(),
              number(r.limit().first().min()),
              number(r.limit().first().max()),
              steps(r.limit(), RuleMapping::spanStep),
              end(r.limit()));
    };
  }

  private static String missing(Rule rule) {
    return SnapshotNames.of(rule.missing());
  }

  private static @Nullable String end(Limit<?> limit) {
    return limit.optionalAfter().map(DurationText::format).orElse(null);
  }

  private static <L, S> List<S> steps(Limit<L> limit, BiFunction<String, L, S> stored) {
    return limit.expand().stream()
        .map(step -> stored.apply(DurationText.format(step.after()), step.limit()))
        .toList();
  }

  private static StoredRule.Step step(String after, Double max) {
    return new StoredRule.Step(after, AttributeMapping.number(max));
  }

  private static StoredRule.SpanStep spanStep(String after, Span span) {
    return new StoredRule.SpanStep(after, number(span.min()), number(span.max()));
  }

  /** Nothing for an open end. */
  private static @Nullable Number number(double value) {
    return Double.isInfinite(value) ? null : AttributeMapping.number(value);
  }

  static Rule domain(StoredRule stored) {
    return switch (stored) {
      case StoredRule.Equal r ->
          new EqualRule(
              r.name(),
              r.attribute(),
              new Limit<>(true, List.of(), end(r.optionalAfter())),
              missing(r.missing()));
      case StoredRule.Distance r ->
          new DistanceRule(
              r.name(),
              r.attribute(),
              party(r.party()),
              widest(r.max(), r.expand(), r.optionalAfter()),
              missing(r.missing()));
      case StoredRule.Range r ->
          new RangeRule(
              r.name(),
              r.attribute(),
              party(r.party()),
              span(r.min(), r.max(), r.expand(), r.optionalAfter()),
              missing(r.missing()));
      case StoredRule.Intersection r ->
          new IntersectionRule(
              r.name(),
              r.attribute(),
              new Limit<>(
                  r.min(),
                  steps(r.expand(), StoredRule.CommonStep::after, StoredRule.CommonStep::min),
                  end(r.optionalAfter())),
              missing(r.missing()));
      case StoredRule.Latency r ->
          new LatencyRule(
              r.name(),
              new Limit<>(
                  r.maxMs(),
                  steps(r.expand(), StoredRule.LatencyStep::after, StoredRule.LatencyStep::maxMs),
                  end(r.optionalAfter())),
              missing(r.missing()));
      case StoredRule.TeamDifference r ->
          new TeamDifferenceRule(
              r.name(),
              r.attribute(),
              widest(r.max(), r.expand(), r.optionalAfter()),
              missing(r.missing()));
      case StoredRule.TeamSizeDifference r ->
          new TeamSizeDifferenceRule(
              r.name(),
              new Limit<>(
                  r.max(),
                  steps(r.expand(), StoredRule.Step::after, step -> step.max().intValue()),
                  end(r.optionalAfter())));
      case StoredRule.TeamCount r ->
          new TeamCountRule(
              r.name(),
              r.attribute(),
              r.value(),
              span(r.min(), r.max(), r.expand(), r.optionalAfter()));
    };
  }

  private static Missing missing(String stored) {
    return SnapshotNames.named(Missing.class, stored);
  }

  private static Party party(String stored) {
    return SnapshotNames.named(Party.class, stored);
  }

  private static Optional<Duration> end(@Nullable String optionalAfter) {
    return Optional.ofNullable(optionalAfter).map(DurationText::parse);
  }

  private static <S, L> List<Limit.Step<L>> steps(
      List<S> stored, Function<S, String> after, Function<S, L> limit) {
    return stored.stream()
        .map(step -> new Limit.Step<>(DurationText.parse(after.apply(step)), limit.apply(step)))
        .toList();
  }

  private static Limit<Double> widest(
      Number max, List<StoredRule.Step> expand, @Nullable String optionalAfter) {
    return new Limit<>(
        max.doubleValue(),
        steps(expand, StoredRule.Step::after, step -> step.max().doubleValue()),
        end(optionalAfter));
  }

  private static Limit<Span> span(
      @Nullable Number min,
      @Nullable Number max,
      List<StoredRule.SpanStep> expand,
      @Nullable String optionalAfter) {
    return new Limit<>(
        span(min, max),
        steps(expand, StoredRule.SpanStep::after, step -> span(step.min(), step.max())),
        end(optionalAfter));
  }

  private static Span span(@Nullable Number min, @Nullable Number max) {
    return new Span(
        min == null ? Double.NEGATIVE_INFINITY : min.doubleValue(),
        max == null ? Double.POSITIVE_INFINITY : max.doubleValue());
  }
}
