package dev.pairtrail.benchmarks.matcher;

import dev.pairtrail.domain.rules.AttributeSpec;
import dev.pairtrail.domain.rules.DistanceRule;
import dev.pairtrail.domain.rules.Limit;
import dev.pairtrail.domain.rules.Missing;
import dev.pairtrail.domain.rules.Party;
import dev.pairtrail.domain.rules.Rule;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.rules.TeamDifferenceRule;
import dev.pairtrail.domain.rules.TeamSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rule sets that are measured. */
final class BenchRules {
  private BenchRules() {}

  /** Teams of so many players within 100 rating points. */
  static RuleSet within100(int perTeam) {
    return rules(perTeam, distance(100));
  }

  /** One against one within 100 rating points, and 200 after ten seconds. */
  static RuleSet widening(int perTeam) {
    return rules(
        perTeam,
        new DistanceRule(
            "fair",
            "rating",
            Party.AVG,
            new Limit<>(
                100.0, List.of(new Limit.Step<>(Duration.ofSeconds(10), 200.0)), Optional.empty()),
            Missing.REJECT));
  }

  static RuleSet even(int perTeam) {
    return rules(
        perTeam,
        distance(200),
        new TeamDifferenceRule("even", "rating", Limit.fixed(50.0), Missing.REJECT));
  }

  private static Rule distance(double max) {
    return new DistanceRule("fair", "rating", Party.AVG, Limit.fixed(max), Missing.REJECT);
  }

  private static RuleSet rules(int perTeam, Rule... rules) {
    return new RuleSet(
        Map.of(
            "rating", new AttributeSpec(AttributeSpec.Type.NUMBER, Optional.empty()),
            "mode", new AttributeSpec(AttributeSpec.Type.STRING, Optional.empty())),
        List.of("mode"),
        new ArrayList<>(List.of(TeamSpec.of("red", perTeam), TeamSpec.of("blue", perTeam))),
        List.of(rules),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        RuleSet.DEFAULT_JOIN_TIMEOUT,
        RuleSet.Start.AUTO);
  }
}
