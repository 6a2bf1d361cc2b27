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
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Rule sets in files: what they mean, and what is said of those that are wrong. */
final class RuleSetFileTest {
  private static final double OPEN = Double.POSITIVE_INFINITY;

  @TempDir private Path folder;

  private static final String RANKED =
      """
      queues:
        ranked-5v5:
          attributes:
            rating: {type: number, default: 1500}
            mode:   {type: string}
            maps:   {type: string_list}
            role:   {type: string}
          partition: [mode]                       # equal or never together
          teams:
            - {name: red,  min_players: 5, max_players: 5}
            - {name: blue, min_players: 5, max_players: 5}
          rules:
            - {name: fair-rating, type: distance, attribute: rating, max: 100, party: avg, expand: [{after: 15s, max: 200}, {after: 45s, max: 400}]}
            - {name: common-map, type: intersection, attribute: maps, min: 1, optional_after: 30s}
            - {name: ping, type: latency, max_ms: 80, expand: [{after: 20s, max_ms: 150}]}
            - {name: even-teams, type: team_difference, attribute: rating, max: 50}
            - {name: one-healer, type: team_count, attribute: role, value: healer, min: 1, max: 1}
          acceptance: {timeout: 15s}              # absent: none asked
          ticket_timeout: 3m
          join_timeout: 30s
          start: auto                             # when all joined; or manual
          redis_key: "matchmaking:{ranked-5v5}:events"
          retention: {max_events: 1000000, archive: ./archive}
      """;

  @Test
  void theExampleIsRead() throws IOException {
    RuleSet rules = rules("ranked-5v5", RANKED);

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
    RuleSet rules =
        rules(
            "all",
            """
            queues:
              all:
                attributes:
                  level: {type: number}
                  role: {type: string}
                teams:
                  - {name: red, min_players: 1, max_players: 3, expand: [{after: 20s, min_players: 2}, {after: 40s, min_players: 1}]}
                  - {name: blue, min_players: 3, max_players: 3}
                rules:
                  - {name: same, type: equal, attribute: role, optional_after: 10s, missing: any}
                  - {name: near, type: distance, attribute: level, max: 1.5, party: max, missing: any}
                  - {name: grown, type: range, attribute: level, min: 10, max: 60, party: min, expand: [{after: 10s, min: 5}, {after: 20s, max: 70.5}]}
                  - {name: beginners, type: range, attribute: level, max: 20}
                  - {name: sizes, type: team_size_difference, max: 0, expand: [{after: 20s, max: 2}], optional_after: 1m}
                  - {name: tanks, type: team_count, attribute: role, value: tank, max: 2}
                ratings: {attribute: level, mean: 25, deviation: 8.5}
            """);

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
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rules: [{type: equal, attribute: role}] | rules[0].name: is missing
          rules: [{name: r, attribute: role}] | rules[0].type: is missing
          rules: [{RULE: near, attribute: level}] | rules[0].type: takes equal, distance, range, intersection, latency, team_difference, team_size_difference, team_count, not near
          rules: [{RULE: equal, attribute: role, max: 3}] | rules[0].max: is no key of a rule of type equal, which takes attribute, missing, optional_after
          rules: [{RULE: equal, attribute: role, expand: [{after: 3s}]}] | rules[0].expand: is no key of a rule of type equal
          rules: [{RULE: equal, attribute: nothing}] | rules[0].attribute: nothing is not among the queue's attributes
          rules: [{RULE: distance, attribute: level}] | rules[0].max: is missing
          rules: [{RULE: distance, max: 3}] | rules[0].attribute: is missing
          rules: [{RULE: distance, attribute: level, max: far}] | rules[0].max: takes a number, not far
          rules: [{RULE: distance, attribute: level, max: -1}] | rules[0].max: must be a number, 0 or more
          rules: [{RULE: distance, attribute: level, max: 3, party: all}] | rules[0].party: takes avg, min, max, not all
          rules: [{RULE: distance, attribute: level, max: 3, missing: skip}] | rules[0].missing: takes any, reject, not skip
          rules: [{RULE: distance, attribute: level, max: 3, max_ms: 3}] | rules[0].max_ms: is no key of a rule of type distance
          rules: [{RULE: distance, attribute: level, max: 3, expand: [{max: 4}]}] | rules[0].expand[0].after: is missing
          rules: [{RULE: distance, attribute: level, max: 3, expand: [{after: 5s}]}] | rules[0].expand[0].max: is missing
          rules: [{RULE: distance, attribute: level, max: 3, expand: [{after: 5s, max: 4, min: 1}]}] | rules[0].expand[0].min: is no key of a rule of type distance
          rules: [{RULE: distance, attribute: level, max: 3, expand: [{after: soon, max: 4}]}] | rules[0].expand[0].after: a duration is
          rules: [{RULE: distance, attribute: level, max: 3, expand: [{after: 5s, max: 2}]}] | rules[0].expand[0].max: must allow more
          rules: [{RULE: distance, attribute: level, max: 3, optional_after: 5}] | rules[0].optional_after: a duration is
          rules: [{RULE: distance, attribute: level, max: 3, optional_after: 5m}] | rules[0].optional_after: can never be reached
          rules: [{RULE: range, attribute: level}] | rules[0]: takes min, max or both
          rules: [{RULE: range, attribute: level, min: 3, expand: [{after: 5s}]}] | rules[0].expand[0]: takes min, max or both
          rules: [{RULE: range, attribute: level, min: 3, max: 2}] | rules[0].max: must be a number, at least min
          rules: [{RULE: intersection, attribute: maps}] | rules[0].min: is missing
          rules: [{RULE: intersection, attribute: maps, min: 1.5}] | rules[0].min: takes a whole number, not 1.5
          rules: [{RULE: intersection, attribute: level, min: 1}] | rules[0].attribute: level is not of type string_list
          rules: [{RULE: latency}] | rules[0].max_ms: is missing
          rules: [{RULE: latency, max_ms: 3, attribute: level}] | rules[0].attribute: is no key of a rule of type latency
          rules: [{RULE: team_difference, attribute: level, max: .inf}] | rules[0].max: takes a number
          rules: [{RULE: team_size_difference, max: 1, missing: any}] | rules[0].missing: is no key of a rule of type team_size_difference
          rules: [{RULE: team_count, attribute: role, min: 1}] | rules[0].value: is missing
          rules: [{RULE: team_count, attribute: role, value: healer}] | rules[0]: takes min, max or both
          rules: [{RULE: team_count, attribute: role, value: healer, min: 3}] | rules[0].min: nothing can satisfy it
          teams: [{name: red, min_players: 2}] | teams[0].max_players: is missing
          teams: [{name: red, min_players: two, max_players: 2}] | teams[0].min_players: takes a whole number, not two
          teams: [{name: red, min_players: 1, max_players: 2}] | teams[0].min_players: is never reached
          teams: [{name: red, min_players: 1, max_players: 2, expand: [{after: 5s}]}] | teams[0].expand[0].min_players: is missing
          acceptance: {timeout: 15} | acceptance.timeout: a duration is
          acceptance: {timeout: 0s} | acceptance.timeout: must be longer than zero
          ratings: {mean: 1500, deviation: 500} | ratings.attribute: is missing
          ratings: {attribute: role, mean: 1500, deviation: 500} | ratings.attribute: role is not a number attribute
          ratings: {attribute: level, mean: 1500, deviation: 0} | ratings.deviation: must be a number, more than 0
          webhook: {url: here} | webhook.url is not a key of this version
          """)
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
