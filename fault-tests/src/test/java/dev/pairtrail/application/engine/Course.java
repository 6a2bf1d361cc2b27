package dev.pairtrail.application.engine;

import dev.pairtrail.application.Settings;
import dev.pairtrail.domain.rules.AttributeSpec;
import dev.pairtrail.domain.rules.DistanceRule;
import dev.pairtrail.domain.rules.RuleSet;
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
  private static final AttributeSpec RATING =
      new AttributeSpec(AttributeSpec.Type.NUMBER, Optional.empty());
  private static final AttributeSpec MODE =
      new AttributeSpec(AttributeSpec.Type.STRING, Optional.empty());

  static Course of(Random random) {
    List<RuleSet> all = List.of(RuleSet.oneOnOne(), rated(), rated(), teams());
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
        Duration.ofSeconds(10),
        100_000);
  }

  /** Two players whose ratings are near, the nearer the shorter they wait. */
  private static RuleSet rated() {
    return new RuleSet(
        Map.of("rating", RATING),
        List.of(),
        RuleSet.oneOnOne().teams(),
        List.of(distance(DistanceRule.Missing.ANY)),
        Optional.of(Duration.ofSeconds(40)),
        Duration.ofSeconds(10),
        RuleSet.Start.AUTO);
  }

  /** Two teams of two, parties among them, of one mode, started by hand. */
  private static RuleSet teams() {
    return new RuleSet(
        Map.of("rating", RATING, "mode", MODE),
        List.of("mode"),
        List.of(new TeamSpec("red", 2, 2), new TeamSpec("blue", 2, 2)),
        List.of(distance(DistanceRule.Missing.REJECT)),
        Optional.empty(),
        Duration.ofSeconds(15),
        RuleSet.Start.MANUAL);
  }

  private static DistanceRule distance(DistanceRule.Missing missing) {
    return new DistanceRule(
        "fair",
        "rating",
        100,
        DistanceRule.Party.AVG,
        List.of(
            new DistanceRule.Step(Duration.ofSeconds(5), 200),
            new DistanceRule.Step(Duration.ofSeconds(15), 400)),
        missing);
  }
}
