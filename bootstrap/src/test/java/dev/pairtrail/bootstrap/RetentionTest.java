package dev.pairtrail.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pairtrail.adapters.redis.RedisServer;
import dev.pairtrail.bootstrap.RunningProgram.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two real programs that keep few events of a log on a real Redis and archive the rest. */
final class RetentionTest {
  private static final int PLAYERS = 120;
  private static final int KEPT = 50;
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private Path config;
  private RedisServer redis;
  private RunningProgram north;
  private RunningProgram south;

  @BeforeEach
  void start() throws IOException {
    redis = RedisServer.start();
    config = config(folder.resolve("archive"));
    north = serve("north");
    south = serve("south");
  }

  private Path config(Path archive) throws IOException {
    return Files.writeString(
        folder.resolve("pairtrail.yaml"),
        "queues: {default: {retention: {max_events: %d, archive: \"%s\"}}}"
            .formatted(KEPT, archive));
  }

  private RunningProgram serve(String name) {
    return RunningProgram.serve(
        "--store", redis.uri(), "--instance", name, "--config", config.toString());
  }

  @AfterEach
  void stop() {
    north.close();
    south.close();
    redis.close();
  }

  @Test
  void whatIsTrimmedIsStillReadAndTheStateIsTheSameAfterAStart() throws IOException {
    for (int i = 0; i < PLAYERS; i++) {
      RunningProgram instance = i % 2 == 0 ? north : south;
      Answer answer =
          instance.post("/v1/queues/default/tickets", "{\"players\":[{\"id\":\"p-" + i + "\"}]}");
      assertThat(answer.status()).isEqualTo(201);
    }
    await().atMost(LONG).until(() -> group(north).get("length").asInt() <= KEPT + KEPT / 10);
    assertThat(segments()).isNotEmpty();

    List<JsonNode> all = events(north);
    assertThat(all).hasSize(1 + PLAYERS + PLAYERS / 2);
    assertThat(all).doesNotHaveDuplicates();
    assertThat(events(south)).isEqualTo(all);
    assertThat(group(north).get("length").asInt()).isLessThan(all.size() / 2);

    JsonNode state = north.get("/v1/queues/default/state").body();
    try (RunningProgram again = serve("again")) {
      await()
          .atMost(LONG)
          .untilAsserted(
              () -> assertThat(again.get("/v1/queues/default/state").body()).isEqualTo(state));
      assertThat(events(again)).isEqualTo(all);
      assertThat(again.get("/v1/players/p-0/events").body().get("events").size()).isEqualTo(2);
      assertThat(again.terminate()).isZero();
    }
    Answer ready = north.get("/health/ready");
    assertThat(ready.status()).isEqualTo(200);
    assertThat(ready.body().get("parts").toString()).contains("retention default");
    assertThat(ready.body().has("notes")).isFalse();
  }

  @Test
  @Tag("long")
  void anArchiveThatFailsIsToldAndStopsNothingElse() throws IOException {
    Files.writeString(folder.resolve("archive"), "a file where a folder should be");
    for (int i = 0; i < PLAYERS; i++) {
      north.post("/v1/queues/default/tickets", "{\"players\":[{\"id\":\"p-" + i + "\"}]}");
    }
    await().atMost(LONG).until(() -> north.get("/health/ready").body().has("notes"));
    Answer ready = north.get("/health/ready");
    assertThat(ready.status()).isEqualTo(200);
    assertThat(ready.body().get("notes").get(0).get("part").asString())
        .isEqualTo("retention default");
    assertThat(events(north)).isNotEmpty();

    Files.delete(folder.resolve("archive"));
    await().atMost(LONG).until(() -> group(north).get("length").asInt() <= KEPT + KEPT / 10);
    await().atMost(LONG).until(() -> !north.get("/health/ready").body().has("notes"));
  }

  private static JsonNode group(RunningProgram instance) {
    return instance.get("/v1/queues/default/groups").body().get("groups").get(0);
  }

  private List<String> segments() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("archive"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** All, in pages that end within segments. */
  private static List<JsonNode> events(RunningProgram instance) {
    List<JsonNode> all = new ArrayList<>();
    String after = "";
    while (after != null) {
      JsonNode page = instance.get("/v1/queues/default/events?limit=17" + after).body();
      page.get("events").forEach(all::add);
      after = page.get("next").isNull() ? null : "&after=" + page.get("next").asString();
    }
    return all;
  }
}
