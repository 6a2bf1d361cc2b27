package dev.pairtrail.adapters.http;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.rules.AttributeSpec;
import dev.pairtrail.domain.rules.DistanceRule;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.rules.TeamSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The queues of the tests. */
final class TestQueues {
  /** {@code default}: 1v1 without rules; {@code ranked}: 2v2 of a mode and by rating. */
  static final Map<QueueName, RuleSet> ALL =
      Map.of(new QueueName("default"), RuleSet.oneOnOne(), new QueueName("ranked"), ranked());

  private TestQueues() {}

  private static RuleSet ranked() {
    return new RuleSet(
        Map.of(
            "rating",
            new AttributeSpec(AttributeSpec.Type.NUMBER, Optional.of(new Attribute.Numeric(1500)))),
        List.of(),
        List.of(new TeamSpec("red", 2, 2), new TeamSpec("blue", 2, 2)),
        List.of(
            new DistanceRule(
                "fair",
                "rating",
                100,
                DistanceRule.Party.AVG,
                List.of(new DistanceRule.Step(Duration.ofSeconds(90), 250.5)),
                DistanceRule.Missing.REJECT)),
        Optional.of(Duration.ofMinutes(10)),
        Duration.ofSeconds(30),
        RuleSet.Start.MANUAL);
  }
}
