package dev.pairtrail.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pairtrail.adapters.redis.RedisServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A store is looked at before it is used, and on request. */
final class InspectTest {
  @TempDir private Path folder;

  private record Said(int exitCode, String out) {}

  @Test
  void aFileAloneIsValidated() throws IOException {
    Path file = Files.writeString(folder.resolve("queues.yaml"), "queues: {duel: {start: auto}}");
    Said said = inspect("--config", file.toString());
    assertThat(said.exitCode()).isZero();
    assertThat(said.out()).contains("queues.yaml is valid: 1 queue");
  }

  @Test
  void aServerThatFitsIsToldInTables() {
    try (RedisServer redis = RedisServer.start()) {
      Said said = inspect("--store", redis.uri());
      assertThat(said.exitCode()).isZero();
      assertThat(said.out())
          .containsPattern("maxmemory-policy +noeviction +ok")
          .containsPattern("QUEUE +LENGTH +GROUP")
          .containsPattern("default +0 +- ");
    }
  }

  @Test
  void aServerThatEvictsIsRefusedByInspectAndByServe() {
    try (RedisServer redis = RedisServer.start("--maxmemory-policy", "allkeys-lru")) {
      Said said = inspect("--store", redis.uri(), "--json");
      assertThat(said.exitCode()).isEqualTo(1);
      JsonNode json = new JsonMapper().readTree(said.out());
      assertThat(json.get("refused").asBoolean()).isTrue();
      assertThat(json.get("findings").findValuesAsString("severity")).contains("refused");

      Process serve =
          RunningProgram.launch(List.of("serve", "--port", "0", "--store", redis.uri()));
      assertThat(RunningProgram.exitCode(serve)).isEqualTo(2);
    }
  }

  @Test
  void aServerThatIsAwayAtTheStartIsCheckedWhenItComes() {
    try (RedisServer redis = RedisServer.start()) {
      redis.kill();
      try (RunningProgram program = RunningProgram.serve("--store", redis.uri())) {
        assertThat(program.get("/health/ready").status()).isEqualTo(503);
        redis.restart();
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> program.get("/health/ready").status() == 200);
      }
    }
  }

  private static Said inspect(String... arguments) {
    StringWriter out = new StringWriter();
    CommandLine commandLine = Main.commandLine().setOut(new PrintWriter(out, true));
    List<String> all = new ArrayList<>(List.of("inspect"));
    all.addAll(List.of(arguments));
    return new Said(commandLine.execute(all.toArray(String[]::new)), out.toString());
  }
}
