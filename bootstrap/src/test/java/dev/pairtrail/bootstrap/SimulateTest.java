package dev.pairtrail.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.adapters.redis.RedisServer;
import io.lettuce.core.RedisClient;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The what-if of the command line, over a real server and over nobody. */
final class SimulateTest {
  private static final String RULES =
      """
      queues:
        duel:
          attributes: {rating: {type: number, default: 1500}}
          rules: [{name: fair, type: distance, attribute: rating, max: 100}]
        other: {start: auto}
      """;

  @TempDir private Path folder;
  private String config = "";

  @BeforeEach
  void rules() throws Exception {
    config = Files.writeString(folder.resolve("rules.yaml"), RULES).toString();
  }

  @Test
  void aLogOfThePlainServiceIsHeldAgainstItsSimulation() throws Exception {
    Path page = folder.resolve("report.html");
    try (RedisServer server = RedisServer.start()) {
      written(server.uri());
      String text = ran("simulate", "--store", server.uri(), "--queue", "duel", "--config", config);
      assertThat(text.lines())
          .anyMatch(line -> line.matches("tickets that arrived +3 +3"))
          .anyMatch(line -> line.matches("wait p95 +3 s +1 s"))
          .anyMatch(line -> line.matches("0 matches of the same .* 1 recorded only, 1 sim.*"))
          .anyMatch(line -> line.matches("simulated +2026-01-05T10:00:01Z +0 +ann / bob"));
      String[] json = {
        "simulate",
        "--json",
        "--store",
        server.uri(),
        "--queue",
        "duel",
        "--config",
        config,
        "--html",
        page.toString()
      };
      String first = ran(json);
      String firstPage = Files.readString(page);
      assertThat(ran(json)).isEqualTo(first);
      assertThat(Files.readString(page)).isEqualTo(firstPage);
      JsonNode report = new JsonMapper().readTree(first);
      assertThat(report.at("/recorded/wait_ms/p95").asDouble()).isEqualTo(3_000);
      assertThat(report.at("/simulated/wait_ms/p95").asDouble()).isEqualTo(1_000);
      assertThat(report.at("/comparison/first/0/teams/0/player_ids/0").asString()).isEqualTo("ann");
    }
    assertThat(Files.readString(page))
        .contains("<tr><td>wait p95</td><td>3 s</td><td>1 s</td></tr>")
        .contains("<polyline class=\"recorded\" points=", "<polyline class=\"simulated\" points=")
        .contains("color-scheme: light dark", "<td>ann / bob</td>")
        .doesNotContain("<script", "http://", "https://", "NaN");
  }

  /** Ann, Bob and Cid come second by second; Ann meets Cid when he has come. */
  private static void written(String uri) {
    RedisClient client = RedisClient.create(uri);
    try (var connection = client.connect()) {
      int second = 0;
      for (String name : new String[] {"ann", "bob", "cid"}) {
        String event =
            "{\"type\":\"PlayerEnqueued\",\"player_id\":\"%s\",\"timestamp\":\"%s\"}"
                .formatted(name, "2026-01-05T10:00:0" + second++ + "Z");
        connection.sync().xadd("matchmaking:{duel}:events", Map.of("event", event));
      }
      String match =
          "{\"type\":\"PlayersMatched\",\"player1_id\":\"ann\",\"player2_id\":\"cid\","
              + "\"room_id\":\"r-1\",\"timestamp\":\"2026-01-05T10:00:03Z\"}";
      connection.sync().xadd("matchmaking:{duel}:events", Map.of("event", match));
    } finally {
      client.shutdown();
    }
  }

  @Test
  void aPopulationHasOneColumnAndTheSameBytesEachTime() {
    String[] command = {
      "simulate",
      "--config",
      config,
      "--queue",
      "duel",
      "--arrivals",
      "20/s",
      "--ratings",
      "uniform(1000,2000)",
      "--for",
      "1m",
      "--seed",
      "3"
    };
    String text = ran(command);
    assertThat(text).isEqualTo(ran(command)).doesNotContain("recorded  ").contains("from seed 3");
    assertThat(text.lines()).anyMatch(line -> line.matches("tickets that arrived +1,\\d\\d\\d"));
  }

  @Test
  void whatIsWrongIsNamedByItsKey() {
    assertThat(refused("--arrivals", "many")).contains("arrivals takes a number");
    assertThat(refused("--arrivals", "0/s")).contains("arrivals, for: nobody comes");
    assertThat(refused("--arrivals", "1/s", "--ratings", "normal(1)")).contains("ratings takes");
    assertThat(refused("--arrivals", "1/s", "--for", "long")).contains("for: a duration is");
    assertThat(refused("--arrivals", "1/s", "--from", "0-1")).contains("from is for a log");
    assertThat(refused("--seed", "3")).contains("seed is for players who are made up");
    assertThat(refused("--differences", "-1")).contains("differences takes 0 to");
    assertThat(refused("--from", "yesterday")).contains("--from").contains("takes a position");
    assertThat(refused()).contains("store takes the store that the log is in");
    assertThat(said(2, "simulate", "--config", config, "--queue", "duell"))
        .contains("queue takes one of duel, other, not duell");
    assertThat(said(2, "simulate", "--queue", "duel")).contains("config takes the file");
  }

  @Test
  void aLogOrAWindowWithoutEntriesIsNamed() throws Exception {
    try (RedisServer server = RedisServer.start()) {
      assertThat(refused("--store", server.uri()))
          .contains("queue takes one that has a log in this store, not duel");
      written(server.uri());
      assertThat(refused("--store", server.uri(), "--from", "2100-01-01T00:00:00Z"))
          .contains("from, to: the log of queue duel has nothing there");
    }
  }

  private String refused(String... more) {
    String[] all = new String[more.length + 5];
    System.arraycopy(
        new String[] {"simulate", "--config", config, "--queue", "duel"}, 0, all, 0, 5);
    System.arraycopy(more, 0, all, 5, more.length);
    return said(2, all);
  }

  private static String ran(String... arguments) {
    return said(0, arguments);
  }

  private static String said(int exitCode, String... arguments) {
    StringWriter said = new StringWriter();
    CommandLine commandLine =
        Main.commandLine().setOut(new PrintWriter(said)).setErr(new PrintWriter(said, true));
    assertThat(commandLine.execute(arguments)).as(said.toString()).isEqualTo(exitCode);
    if (exitCode == 2) {
      assertThat(said.toString().strip()).doesNotContain("\n").startsWith("pairtrail: ");
    }
    return said.toString();
  }
}
