package dev.pairtrail.application.engine;

import dev.pairtrail.application.Settings;
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
import java.util.Random;

/** The circumstances of one run, by its seed. */
record Course(
    RuleSet rules,
    RuleSet otherRules,
    Settings settings,
    int instances,
    int mostMissed,
    double level,
    boolean failsOver,
    boolean keeps) {
  private static final Map<String, AttributeSpec> ATTRIBUTES =
      Map.of(
          "rating", new AttributeSpec(AttributeSpec.Type.NUMBER, Optional.empty()),
          "mode", new AttributeSpec(AttributeSpec.Type.STRING, Optional.empty()),
          "role", new AttributeSpec(AttributeSpec.Type.STRING, Optional.empty()),
          "maps", new AttributeSpec(AttributeSpec.Type.STRING_LIST, Optional.empty()));
  private static final Span ONE = new Span(0, 1);
  private static final Span AT_MOST_TWO = new Span(0, 2);

  static Course of(Random random) {
    List<RuleSet> all =
        List.of(RuleSet.oneOnOne(), rated(), rated(), teams(), asked(), asked(), squads());
    return new Course(
        all.get(random.nextInt(all.size())),
        rated(),
        settings(random),
        2 + random.nextInt(3),
        random.nextBoolean() ? 5 : 100,
        random.nextInt(3) * 0.5,
        random.nextInt(4) == 0,
        random.nextInt(3) == 0);
  }

  private static Settings settings(Random random) {
    return new Settings(
        new Settings.Commits(
            1_000,
            1 + random.nextInt(10),
            random.nextBoolean() ? 2 : 100,
            4,
            Duration.ofSeconds(2),
            Duration.ofMillis(100)),
        new Settings.Reads(
            random.nextBoolean() ? 4 : 100, Duration.ofSeconds(1), Duration.ZERO, 100),
        new Settings.Workers(
            Duration.ofSeconds(5),
            Duration.ofSeconds(random.nextBoolean() ? 2 : 10),
            5,
            Duration.ofMinutes(10)),
        Settings.defaults().snapshots(),
        Settings.defaults().trims(),
        Settings.defaults().seals(),
        new Settings.Feeds(
            true, Duration.ofDays(7), Duration.ofMillis(100), Duration.ofMillis(500), 10_000),
        Duration.ofSeconds(10),
        100_000);
  }

  /** Two players whose ratings are near, the nearer the shorter they wait. */
  private static RuleSet rated() {
    return rules(
        RuleSet.oneOnOne().teams(),
        List.of(),
        List.of(distance(Missing.ANY)),
        Optional.of(Duration.ofSeconds(40)),
        RuleSet.Start.AUTO);
  }

  /** Two teams of two, parties among them, of one mode, started by hand. */
  private static RuleSet teams() {
    return rules(
        List.of(TeamSpec.of("red", 2), TeamSpec.of("blue", 2)),
        List.of("mode"),
        List.of(
            distance(Missing.REJECT),
            new TeamCountRule("healers", "role", "healer", later(ONE, 20, AT_MOST_TWO))),
        Optional.empty(),
        RuleSet.Start.MANUAL);
  }

  /** Two players who must accept, of a region that both reach; what they win is remembered. */
  private static RuleSet asked() {
    RuleSet rules =
        rules(
            RuleSet.oneOnOne().teams(),
            List.of(),
            List.of(
                distance(Missing.ANY),
                grown(),
                new IntersectionRule("map", "maps", until(1, 15), Missing.ANY),
                new LatencyRule("ping", later(60, 20, 150), Missing.ANY),
                new EqualRule("same", "mode", until(true, 10), Missing.ANY)),
            Optional.of(Duration.ofSeconds(60)),
            RuleSet.Start.AUTO);
    return new RuleSet(
        rules.attributes(),
        rules.partition(),
        rules.teams(),
        rules.rules(),
        Optional.of(Duration.ofSeconds(8)),
        Optional.of(new RatingSpec("rating", 1_500, 500)),
        rules.ticketTimeout(),
        rules.joinTimeout(),
        rules.start());
  }

  /** Teams of up to three with roles, which do with fewer after a while: every kind of rule. */
  private static RuleSet squads() {
    List<TeamSpec.Step> fewer =
        List.of(
            new TeamSpec.Step(Duration.ofSeconds(4), 2),
            new TeamSpec.Step(Duration.ofSeconds(10), 1));
    return rules(
        List.of(new TeamSpec("red", 1, 3, fewer), new TeamSpec("blue", 1, 3, fewer)),
        List.of(),
        List.of(
            distance(Missing.ANY),
            new EqualRule("same", "mode", until(true, 6), Missing.ANY),
            grown(),
            new IntersectionRule("map", "maps", until(1, 15), Missing.ANY),
            new LatencyRule("ping", later(60, 5, 150), Missing.ANY),
            new TeamDifferenceRule("even", "rating", later(100.0, 8, 300.0), Missing.ANY),
            new TeamSizeDifferenceRule("sizes", later(0, 12, 1)),
            new TeamCountRule("healers", "role", "healer", later(ONE, 6, AT_MOST_TWO))),
        Optional.of(Duration.ofSeconds(90)),
        RuleSet.Start.MANUAL);
  }

  private static RuleSet rules(
      List<TeamSpec> teams,
      List<String> partition,
      List<Rule> rules,
      Optional<Duration> ticketTimeout,
      RuleSet.Start start) {
    return new RuleSet(
        ATTRIBUTES,
        partition,
        teams,
        rules,
        Optional.empty(),
        Optional.empty(),
        ticketTimeout,
        Duration.ofSeconds(12),
        start);
  }

  private static RangeRule grown() {
    return new RangeRule(
        "grown",
        "rating",
        Party.MIN,
        later(new Span(1_100, 10_000), 8, new Span(0, 10_000)),
        Missing.ANY);
  }

  private static DistanceRule distance(Missing missing) {
    return new DistanceRule(
        "fair",
        "rating",
        Party.AVG,
        new Limit<>(
            100.0,
            List.of(
                new Limit.Step<>(Duration.ofSeconds(5), 200.0),
                new Limit.Step<>(Duration.ofSeconds(15), 400.0)),
            Optional.empty()),
        missing);
  }

  private static <L> Limit<L> later(L first, int seconds, L then) {
    return new Limit<>(
        first, List.of(new Limit.Step<>(Duration.ofSeconds(seconds), then)), Optional.empty());
  }

  private static <L> Limit<L> until(L limit, int seconds) {
    return new Limit<>(limit, List.of(), Optional.of(Duration.ofSeconds(seconds)));
  }
}
