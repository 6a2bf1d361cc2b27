package dev.pairtrail.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.rules.Span;
import dev.pairtrail.domain.rules.TeamCountRule;
import dev.pairtrail.domain.rules.TeamDifferenceRule;
import dev.pairtrail.domain.rules.TeamSizeDifferenceRule;
import dev.pairtrail.domain.rules.TeamSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import picocli.CommandLine;

/** Rule sets in files: what they mean, and what is said of those that are wrong. */
final class RuleSetFileTest {
  private static final double OPEN = Double.POSITIVE_INFINITY;

  @TempDir private Path folder;

  @Test
  void theExampleIsRead() throws IOException {
    RuleSet rules = rules("ranked-5v5", sample("ranked-5v5"));

    assertThat(rules)
        .isEqualTo(
            new RuleSet(
                Map.of(
                    "rating",
                    new AttributeSpec(
                        AttributeSpec.Type.NUMBER, Optional.of(new Attribute.Numeric(1500))),
                    "mode",
                    plain(AttributeSpec.Type.STRING),
                    "maps",
                    plain(AttributeSpec.Type.STRING_LIST),
                    "role",
                    plain(AttributeSpec.Type.STRING)),
                List.of("mode"),
                List.of(TeamSpec.of("red", 5), TeamSpec.of("blue", 5)),
                List.of(
                    new DistanceRule(
                        "fair-rating",
                        "rating",
                        Party.AVG,
                        new Limit<>(
                            100.0, List.of(step(15, 200.0), step(45, 400.0)), Optional.empty()),
                        Missing.REJECT),
                    new IntersectionRule(
                        "common-map",
                        "maps",
                        new Limit<>(1, List.of(), Optional.of(Duration.ofSeconds(30))),
                        Missing.REJECT),
                    new LatencyRule(
                        "ping",
                        new Limit<>(80, List.of(step(20, 150)), Optional.empty()),
                        Missing.REJECT),
                    new TeamDifferenceRule(
                        "even-teams", "rating", Limit.fixed(50.0), Missing.REJECT),
                    new TeamCountRule("one-healer", "role", "healer", Limit.fixed(new Span(1, 1)))),
                Optional.of(Duration.ofSeconds(15)),
                Optional.empty(),
                Optional.of(Duration.ofMinutes(3)),
                Duration.ofSeconds(30),
                RuleSet.Start.AUTO));
  }

  @Test
  void everyKeyOfEveryKindIsRead() throws IOException {
    RuleSet rules = rules("all", sample("every-kind"));

    assertThat(rules.teams().getFirst())
        .isEqualTo(
            new TeamSpec(
                "red",
                1,
                3,
                List.of(
                    new TeamSpec.Step(Duration.ofSeconds(20), 2),
                    new TeamSpec.Step(Duration.ofSeconds(40), 1))));
    assertThat(rules.rules())
        .containsExactly(
            new EqualRule(
                "same",
                "role",
                new Limit<>(true, List.of(), Optional.of(Duration.ofSeconds(10))),
                Missing.ANY),
            new DistanceRule("near", "level", Party.MAX, Limit.fixed(1.5), Missing.ANY),
            new RangeRule(
                "grown",
                "level",
                Party.MIN,
                new Limit<>(
                    new Span(10, 60),
                    List.of(step(10, new Span(5, 60)), step(20, new Span(5, 70.5))),
                    Optional.empty()),
                Missing.REJECT),
            new RangeRule(
                "beginners", "level", Party.AVG, Limit.fixed(new Span(-OPEN, 20)), Missing.REJECT),
            new TeamSizeDifferenceRule(
                "sizes", new Limit<>(0, List.of(step(20, 2)), Optional.of(Duration.ofMinutes(1)))),
            new TeamCountRule("tanks", "role", "tank", Limit.fixed(new Span(0, 2))));
    assertThat(rules.ratings()).contains(new RatingSpec("level", 25, 8.5));
  }

  /** One fault each, in a queue that is else right; RULE stands for {@code name: r, type}. */
  @ParameterizedTest
  @CsvFileSource(resources = "/rule-sets/faults.txt", delimiter = '|')
  void aFaultIsNamedWithItsPath(String keys, String fault) throws IOException {
    String said = refused(queue(keys.replace("RULE", "name: r, type")));

    assertThat(said).contains("queues.duel." + fault).doesNotContain("; ");
  }

  /** A queue with some attributes, and these keys. */
  private static String queue(String keys) {
    return """
    queues:
      duel:
        attributes:
          level: {type: number}
          role: {type: string}
          maps: {type: string_list}
        ticket_timeout: 3m
        %s
    """
        .formatted(keys);
  }

  @Test
  void allFaultsOfAllQueuesAreToldAtOnce() throws IOException {
    String said =
        refused(
            """
            queues:
              first:
                wibble: 4
                teams: [{name: red, min_players: x}]
                rules:
                  - {name: a, type: latency, max: 3}
                  - {type: equals}
                acceptance: {timeout: soon}
              second:
                partition: [mode]
                rules:
                  - {name: a, type: latency, max_ms: 30, missing: never}
              third:
                partition: [mode]
                rules:
                  - {name: a, type: latency, max_ms: 30, expand: [{after: 1s, max_ms: 20}]}
            """);

    assertThat(said)
        .contains(
            "queues.first.wibble is not a key of this version",
            "queues.first.teams[0].min_players: takes a whole number, not x",
            "queues.first.teams[0].max_players: is missing",
            "queues.first.rules[0].max: is no key of a rule of type latency",
            "queues.first.rules[0].max_ms: is missing",
            "queues.first.rules[1].name: is missing",
            "queues.first.rules[1].type: takes equal",
            "queues.first.acceptance.timeout: a duration is",
            "queues.second.rules[0].missing: takes any, reject, not never",
            "queues.third.partition[0]: mode is not among the queue's attributes",
            "queues.third.rules[0].expand[0].max_ms: must allow more")
        .doesNotContain("queues.second.partition");
  }

  @Test
  void inspectPrintsThem() throws IOException {
    StringWriter said = new StringWriter();
    CommandLine inspect = Main.commandLine().setErr(new PrintWriter(said, true));

    int code = inspect.execute("inspect", "--config", file(queue("start: later")).toString());

    assertThat(code).isEqualTo(2);
    assertThat(said.toString()).contains("queues.duel.start: takes auto, manual, not later");
  }

  private static String sample(String name) throws IOException {
    return Files.readString(Path.of("src/test/resources/rule-sets", name + ".yaml"));
  }

  private static AttributeSpec plain(AttributeSpec.Type type) {
    return new AttributeSpec(type, Optional.empty());
  }

  private static <L> Limit.Step<L> step(int seconds, L limit) {
    return new Limit.Step<>(Duration.ofSeconds(seconds), limit);
  }

  private RuleSet rules(String queue, String yaml) throws IOException {
    return Objects.requireNonNull(ConfigFile.read(file(yaml)).queues().get(new QueueName(queue)));
  }

  private String refused(String yaml) throws IOException {
    Path file = file(yaml);
    StringBuilder said = new StringBuilder();
    assertThatThrownBy(() -> ConfigFile.read(file))
        .isInstanceOf(BadConfigurationException.class)
        .satisfies(e -> said.append(e.getMessage()));
    return said.toString();
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("pairtrail.yaml"), yaml);
  }
}
