package dev.pairtrail.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pairtrail.adapters.redis.RedisServer;
import dev.pairtrail.domain.Position;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two real programs on one real Redis, and a player who plays in two queues. */
final class FeedsTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String FEED = "/v1/players/p-1/events";
  private static final String EVENTS = "player:{p-1}:events";
  private static final String WATERMARKS = "player:{p-1}:watermarks";

  @TempDir private Path folder;
  private Path config;
  private RedisServer redis;
  private RedisClient client;
  private RedisCommands<String, String> keys;
  private RunningProgram north;
  private RunningProgram south;

  @BeforeEach
  void start() throws IOException {
    redis = RedisServer.start();
    client = RedisClient.create(redis.uri());
    keys = client.connect().sync();
    config = config("7d");
    north = serve("north");
    south = serve("south");
  }

  private Path config(String ttl) throws IOException {
    return Files.writeString(
        folder.resolve("pairtrail.yaml"),
        "{queues: {duel: {start: auto}, casual: {start: auto}}, feeds: {ttl: %s}}".formatted(ttl));
  }

  private RunningProgram serve(String name) {
    return RunningProgram.serve(
        "--store", redis.uri(), "--instance", name, "--config", config.toString());
  }

  @AfterEach
  void stop() {
    north.close();
    south.close();
    client.shutdown();
    redis.close();
  }

  /** Comes to a queue and leaves it again: two events. */
  private static void visit(RunningProgram instance, String queue) {
    String tickets = "/v1/queues/" + queue + "/tickets";
    var answer = instance.post(tickets, "{\"players\":[{\"id\":\"p-1\"}]}");
    assertThat(answer.status()).isEqualTo(201);
    instance.delete(tickets + "/" + answer.body().get("id").asString());
  }

  private List<StreamMessage<String, String>> stored() {
    return keys.xrange(EVENTS, Range.unbounded());
  }

  private static List<String> places(RunningProgram instance) {
    List<String> places = new ArrayList<>();
    for (JsonNode event : instance.get(FEED + "?limit=1000").body().get("events")) {
      places.add(place(event));
    }
    return places;
  }

  private static String place(JsonNode event) {
    return event.get("queue").asString() + " " + event.get("position").asString();
  }

  @Test
  void whoseInstanceIsKilledResumesOnTheOther() throws IOException {
    List<String> seen = new ArrayList<>();
    String last = "";
    try (SseReader reader = new SseReader(north, FEED, last)) {
      visit(south, "duel");
      visit(north, "casual");
      visit(south, "casual");
      last = reader.take(5, event -> seen.add(place(event)));
      north.kill();
    }
    visit(south, "duel");
    visit(south, "casual");
    try (SseReader reader = new SseReader(south, FEED, last)) {
      visit(south, "duel");
      reader.take(7, event -> seen.add(place(event)));
    }

    assertThat(seen).hasSize(12).doesNotHaveDuplicates();
    assertThat(seen).containsExactlyInAnyOrderElementsOf(places(south));
    assertThat(seen.stream().filter(place -> place.startsWith("duel")).map(FeedsTest::position))
        .isSorted();
    assertThat(last).matches("casual:\\d+-\\d+,duel:\\d+-\\d+");
  }

  private static Position position(String place) {
    return Position.parse(place.substring(place.indexOf(' ') + 1));
  }

  @Test
  void aFeedIsAStreamThatExpires() {
    visit(north, "duel");
    visit(south, "casual");
    await().atMost(LONG).until(() -> stored().size() == 4);

    Map<String, String> fields = stored().getFirst().getBody();
    assertThat(fields)
        .containsOnlyKeys("queue", "position", "event", "tags", "meta", "rev")
        .containsEntry("queue", "duel");
    var source =
        keys.xrange(
            "matchmaking:{duel}:events",
            Range.create(fields.get("position"), fields.get("position")));
    assertThat(source).hasSize(1);
    assertThat(fields).containsAllEntriesOf(source.getFirst().getBody());
    for (String key : List.of(EVENTS, WATERMARKS)) {
      assertThat(keys.ttl(key)).isBetween(6 * 86_400L, 7 * 86_400L);
    }
    assertThat(keys.hgetall(WATERMARKS)).containsKeys("generation", "queue:duel", "queue:casual");
    assertThat(keys.hgetall("matchmaking:{feeds}:checkpoint"))
        .containsKeys("generation", "from", "derived:duel", "derived:casual");
  }

  @Test
  void theCommandDerivesThemAnew() {
    visit(north, "duel");
    visit(south, "casual");
    await().atMost(LONG).until(() -> stored().size() == 4);
    List<String> before = places(north);
    keys.del(EVENTS, WATERMARKS);

    JsonNode rebuilt = json(0, "feeds", "--rebuild", "--json");
    assertThat(rebuilt.get("queues")).hasSize(2);
    assertThat(rebuilt.get("queues").findValuesAsString("queue")).containsExactly("casual", "duel");
    assertThat(rebuilt.get("queues").findValues("complete")).allMatch(JsonNode::asBoolean);
    await().atMost(LONG).until(() -> stored().size() == 4);
    assertThat(places(north)).isEqualTo(before);
    assertThat(places(south)).isEqualTo(before);

    visit(south, "duel");
    await().atMost(LONG).until(() -> stored().size() == 6);
    await()
        .atMost(LONG)
        .until(() -> json(0, "feeds", "--json").toString().matches(".*\"ahead\":0.*\"ahead\":0.*"));
    assertThat(said(0, "feeds")).contains("queue", "derived to", "ahead", "duel", "casual");
    assertThat(places(south)).hasSize(6).startsWith(before.toArray(String[]::new));
  }

  @Test
  void withoutServersItDerivesAll() {
    visit(north, "duel");
    visit(north, "casual");
    assertThat(north.terminate()).isZero();
    assertThat(south.terminate()).isZero();
    keys.del(EVENTS, WATERMARKS, "matchmaking:{feeds}:checkpoint");

    assertThat(json(0, "feeds", "--json").at("/queues/0/derived_to").asString()).isEqualTo("-");
    JsonNode rebuilt = json(0, "feeds", "--rebuild", "--json");
    assertThat(rebuilt.at("/queues/0/entries").asInt()).isEqualTo(3);
    assertThat(rebuilt.at("/queues/0/added").asInt()).isEqualTo(2);
    assertThat(stored()).hasSize(4);
    assertThat(said(0, "feeds", "--rebuild", "--from", "2100-01-01T00:00:00Z"))
        .contains("entries", "added");
    assertThat(json(0, "feeds", "--json").toString()).contains("\"ahead\":0");
  }

  private JsonNode json(int exitCode, String... arguments) {
    return new JsonMapper().readTree(said(exitCode, arguments));
  }

  private String said(int exitCode, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--store", redis.uri(), "--config", config.toString()));
    StringWriter said = new StringWriter();
    CommandLine commandLine = Main.commandLine().setOut(new PrintWriter(said, true));
    assertThat(commandLine.execute(all.toArray(String[]::new))).isEqualTo(exitCode);
    return said.toString();
  }
}
