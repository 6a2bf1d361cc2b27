package dev.pairtrail.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.adapters.redis.RedisServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The look at a real server. */
final class InspectTest {
  private final StringWriter out = new StringWriter();

  private int run(String... arguments) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out));
    return commandLine.execute(arguments);
  }

  @Test
  void aFitServerIsATableOfFindings() {
    try (RedisServer server = RedisServer.start()) {
      assertThat(run("inspect", "--store", server.uri())).isZero();
    }
    assertThat(out.toString().lines())
        .anyMatch(line -> line.matches(".*maxmemory-policy +noeviction +ok"))
        .anyMatch(line -> line.matches(".*appendonly +yes +ok"))
        .anyMatch(line -> line.matches("default +0 +-.*"));
  }

  @Test
  void aServerThatEvictsIsUnfit() {
    try (RedisServer server = RedisServer.start("--maxmemory-policy", "allkeys-lru")) {
      assertThat(run("inspect", "--json", "--store", server.uri())).isEqualTo(1);
      assertThat(run("serve", "--port", "0", "--store", server.uri())).isEqualTo(2);
    }
    JsonNode findings = new JsonMapper().readTree(out.toString()).at("/findings");
    assertThat(findings.toString())
        .contains("\"what\":\"maxmemory-policy\"")
        .contains("\"severity\":\"refused\"");
  }

  @Test
  void aFileAloneIsChecked(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("p.yaml"), "queues: {duel: {start: auto}}");
    assertThat(run("inspect", "--config", file.toString())).isZero();
    assertThat(out.toString().lines()).containsExactly("The rule sets are valid: duel");
  }
}
