package dev.pairtrail.adapters.http;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.rules.AttributeSpec;
import dev.pairtrail.domain.rules.DistanceRule;
import dev.pairtrail.domain.rules.EqualRule;
import dev.pairtrail.domain.rules.IntersectionRule;
import dev.pairtrail.domain.rules.LatencyRule;
import dev.pairtrail.domain.rules.Limit;
import dev.pairtrail.domain.rules.Missing;
import dev.pairtrail.domain.rules.Party;
import dev.pairtrail.domain.rules.RangeRule;
import dev.pairtrail.domain.rules.RatingSpec;
import dev.pairtrail.domain.rules.Rule;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.rules.Span;
import dev.pairtrail.domain.rules.TeamCountRule;
import dev.pairtrail.domain.rules.TeamDifferenceRule;
import dev.pairtrail.domain.rules.TeamSizeDifferenceRule;
import dev.pairtrail.domain.rules.TeamSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The queues of the tests. */
final class TestQueues {
  /**
   * {@code default}: 1v1 without rules; {@code ranked}: 2v2 of a mode and by rating; {@code asked}:
   * 1v1 that all must accept, with ratings; {@code strict}: every kind of rule.
   */
  static final Map<QueueName, RuleSet> ALL =
      Map.of(
          new QueueName("default"), RuleSet.oneOnOne(),
          new QueueName("ranked"), ranked(),
          new QueueName("asked"), asked(),
          new QueueName("strict"), strict());

  private TestQueues() {}

  private static RuleSet ranked() {
    return new RuleSet(
        Map.of("rating", rating()),
        List.of(),
        List.of(TeamSpec.of("red", 2), TeamSpec.of("blue", 2)),
        List.of(
            new DistanceRule("fair", "rating", Party.AVG, widening(100.0, 250.5), Missing.REJECT)),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Duration.ofMinutes(10)),
        Duration.ofSeconds(30),
        RuleSet.Start.MANUAL);
  }

  private static RuleSet asked() {
    return new RuleSet(
        Map.of("rating", rating()),
        List.of(),
        RuleSet.oneOnOne().teams(),
        List.of(new DistanceRule("fair", "rating", Party.AVG, Limit.fixed(500.0), Missing.ANY)),
        Optional.of(Duration.ofMinutes(5)),
        Optional.of(new RatingSpec("rating", 1500, 500)),
        Optional.empty(),
        Duration.ofMinutes(5),
        RuleSet.Start.MANUAL);
  }

  private static RuleSet strict() {
    TeamSpec.Step fewer = new TeamSpec.Step(Duration.ofSeconds(90), 1);
    return new RuleSet(
        Map.of(
            "rating", rating(),
            "maps", new AttributeSpec(AttributeSpec.Type.STRING_LIST, Optional.empty()),
            "role", new AttributeSpec(AttributeSpec.Type.STRING, Optional.empty())),
        List.of(),
        List.of(
            new TeamSpec("red", 1, 3, List.of(fewer)), new TeamSpec("blue", 1, 3, List.of(fewer))),
        everyRule(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Duration.ofSeconds(30),
        RuleSet.Start.AUTO);
  }

  private static List<Rule> everyRule() {
    Span from = new Span(1000, Double.POSITIVE_INFINITY);
    return List.of(
        new EqualRule("same", "role", ending(true), Missing.ANY),
        new DistanceRule("near", "rating", Party.MAX, widening(10.5, 20.0), Missing.ANY),
        new RangeRule("grown", "rating", Party.MIN, Limit.fixed(from), Missing.ANY),
        new IntersectionRule("map", "maps", widening(2, 1), Missing.ANY),
        new LatencyRule("ping", widening(80, 150), Missing.REJECT),
        new TeamDifferenceRule("even", "rating", Limit.fixed(50.0), Missing.ANY),
        new TeamSizeDifferenceRule("sizes", Limit.fixed(1)),
        new TeamCountRule("healer", "role", "healer", Limit.fixed(new Span(0, 1))));
  }

  private static AttributeSpec rating() {
    return new AttributeSpec(AttributeSpec.Type.NUMBER, Optional.of(new Attribute.Numeric(1500)));
  }

  private static <L> Limit<L> widening(L first, L later) {
    return new Limit<>(
        first, List.of(new Limit.Step<>(Duration.ofSeconds(90), later)), Optional.empty());
  }

  private static <L> Limit<L> ending(L first) {
    return new Limit<>(first, List.of(), Optional.of(Duration.ofSeconds(30)));
  }
}
