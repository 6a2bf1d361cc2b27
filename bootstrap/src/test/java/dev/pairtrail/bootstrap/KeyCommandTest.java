package dev.pairtrail.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.adapters.http.credentials.ApiKey;
import dev.pairtrail.adapters.http.credentials.Credentials;
import dev.pairtrail.adapters.http.credentials.KeyDigest;
import dev.pairtrail.adapters.http.credentials.KeyRole;
import dev.pairtrail.domain.KeyName;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A new key, and its line in the configuration. */
final class KeyCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(arguments);
  }

  @Test
  void itsLineIsOneThatAFileTakes(@TempDir Path folder) throws IOException {
    assertThat(run("key", "--name", "ops", "--role", "operator")).isZero();

    List<String> lines = out.toString().lines().map(String::strip).toList();
    String key = lines.stream().filter(line -> line.startsWith("pt_")).findFirst().orElseThrow();
    String line = lines.stream().filter(text -> text.startsWith("- {")).findFirst().orElseThrow();
    assertThat(key).matches("pt_[A-Za-z0-9_-]{43}");
    assertThat(line).doesNotContain(key);
    Path file =
        Files.writeString(
            folder.resolve("p.yaml"),
            "queues: {duel: {start: auto}}\nauth:\n  keys:\n    " + line + "\n");
    assertThat(ConfigFile.read(file).auth().keys())
        .containsExactly(new ApiKey(new KeyName("ops"), KeyRole.OPERATOR, KeyDigest.of(key)));
  }

  @Test
  void itIsAnsweredInJsonToo() {
    assertThat(run("key", "--name", "game", "--role", "server", "--json")).isZero();

    JsonNode made = new JsonMapper().readTree(out.toString());
    assertThat(made.propertyNames()).containsExactly("key", "name", "role", "sha256");
    ApiKey known =
        new ApiKey(
            new KeyName(made.get("name").asString()),
            KeyRole.named(made.get("role").asString()),
            new KeyDigest(made.get("sha256").asString()));
    Credentials credentials = new Credentials(List.of(known), Credentials.NONE.players());
    assertThat(credentials.caller(made.get("key").asString())).isPresent();
    assertThat(credentials.caller(made.get("sha256").asString())).isEmpty();
  }

  @Test
  void noTwoAreTheSame() {
    run("key", "--name", "a", "--role", "server", "--json");
    String first = out.toString();
    out.getBuffer().setLength(0);
    run("key", "--name", "a", "--role", "server", "--json");
    assertThat(out.toString()).isNotEqualTo(first);
  }

  @Test
  void badUsageIsNamed() {
    assertThat(run("key", "--role", "server")).isEqualTo(2);
    assertThat(run("key", "--name", "a b", "--role", "server")).isEqualTo(2);
    assertThat(run("key", "--name", "a", "--role", "king")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--name=NAME")
        .contains("key name must have 1 to 64 characters")
        .contains("takes server, operator, not king");
    assertThat(out.toString()).isEmpty();
  }
}
