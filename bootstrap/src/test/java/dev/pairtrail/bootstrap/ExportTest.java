package dev.pairtrail.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pairtrail.adapters.redis.RedisServer;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.LogSealed;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.format.CloudEvents;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** A log that a real program wrote is exported, read, and brought to another Redis, as it is. */
final class ExportTest {
  private static final String TICKETS = "/v1/queues/default/tickets";
  private static final int PLAYERS = 30;

  private static RedisServer redis;

  @TempDir private Path folder;
  private RedisServer copy;
  private Path file;

  /** Once: no test changes this log. */
  @BeforeAll
  static void play() {
    redis = RedisServer.start();
    try (RunningProgram program = RunningProgram.serve("--store", redis.uri())) {
      for (int i = 0; i < PLAYERS; i++) {
        assertThat(program.post(TICKETS, solo("p-" + i)).status()).isEqualTo(201);
      }
      await().until(() -> state(program).at("/counters/matches").asInt() == PLAYERS / 2);
      assertThat(program.post(TICKETS, solo("late")).status()).isEqualTo(201);
      assertThat(program.terminate()).isZero();
    }
  }

  @AfterAll
  static void end() {
    redis.close();
  }

  @BeforeEach
  void start() {
    copy = RedisServer.start();
    file = folder.resolve("default.ndjson.zst");
  }

  @AfterEach
  void stop() {
    copy.close();
  }

  @Test
  void theExportOfACopyIsTheSame() throws IOException {
    done("export", "--store", redis.uri(), "--output", file.toString());
    Path again = folder.resolve("again.ndjson.zst");

    assertThat(done("import", file.toString(), "--store", copy.uri()))
        .contains("queue default: 47 entries, 47 of them added now");
    done("export", "--store", copy.uri(), "--output", again.toString());

    assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(file));
    assertThat(done("import", file.toString(), "--store", copy.uri())).contains("0 of them added");
  }

  @Test
  void aCopyHasAnotherNameOnlyUntilTheLogIsSealed() throws IOException {
    Path plain = folder.resolve("all.ndjson");
    done("export", "--store", redis.uri(), "--output", plain.toString());
    assertThat(done("import", plain.toString(), "--store", copy.uri(), "--queue", "other"))
        .contains("queue other: 47 entries");
    assertThat(done("verify", "--store", copy.uri(), "--queue", "other")).contains("sound");

    Position last = CloudEvents.entry(Files.readAllLines(plain).getLast()).position();
    LogSealed seal = new LogSealed(last, 47, "0".repeat(64), last.time());
    LogEntry sealed =
        new RecordedEvent(new Position(last.millis() + 1, 0), 48, Set.of(), Optional.empty(), seal);
    Files.writeString(
        plain,
        CloudEvents.line(new QueueName("default"), sealed) + "\n",
        StandardOpenOption.APPEND);
    assertThat(refused("import", plain.toString(), "--store", copy.uri(), "--queue", "third"))
        .contains("queue takes the name under which the log was sealed");
    assertThat(refused("verify", "--store", copy.uri(), "--queue", "third"))
        .contains("queue takes one that has a log in this store, not third");
  }

  @Test
  void aServerGoesOnWithTheCopy() {
    done("export", "--store", redis.uri(), "--output", file.toString());
    done("import", file.toString(), "--store", copy.uri());

    try (RunningProgram program = RunningProgram.serve("--store", copy.uri())) {
      assertThat(state(program).at("/waiting").size()).isEqualTo(1);
      assertThat(program.post(TICKETS, solo("late")).status()).isEqualTo(409);
      assertThat(program.post(TICKETS, solo("new")).status()).isEqualTo(201);
      await().until(() -> state(program).at("/counters/matches").asInt() == PLAYERS / 2 + 1);
    }

    assertThat(refused("import", file.toString(), "--store", copy.uri()))
        .contains("an entry that is not of the export, at ");
  }

  @Test
  void anExportIsReplayedLikeALog() {
    done("export", "--store", redis.uri(), "--output", file.toString());

    assertThat(done("replay", "--json", "--store", "export:" + file))
        .isEqualTo(done("replay", "--json", "--store", redis.uri()))
        .contains("\"waiting\":1,");
    assertThat(refused("replay", "--store", "export:" + file, "--queue", "other"))
        .contains("queue takes default");
    assertThat(refused("serve", "--store", "export:" + file)).contains("import it");
    assertThat(refused("inspect", "--store", "export:" + file)).contains("import it");
    assertThat(refused("import", file.toString(), "--store", "export:" + file))
        .contains("import it");
  }

  @Test
  void aPartIsReadAsWhatItIsAndNotImported() throws IOException {
    Path part = folder.resolve("p-3.ndjson");

    assertThat(
            done("export", "--store", redis.uri(), "--player", "p-3", "--output", part.toString()))
        .contains("2 entries written");

    assertThat(Files.readAllLines(part).getFirst()).contains("\"type\":\"PlayerEnqueued\"");
    assertThat(Files.readAllLines(part).getLast()).contains("\"type\":\"PlayersMatched\"");
    assertThat(done("replay", "--json", "--store", "export:" + part)).contains("\"matches\":1");
    assertThat(refused("import", part.toString(), "--store", copy.uri())).contains("a part of one");
  }

  @Test
  void withoutAFileItGoesToStandardOutput() throws IOException {
    Path plain = folder.resolve("all.ndjson");
    done("export", "--store", redis.uri(), "--output", plain.toString());

    Process process = RunningProgram.launch(List.of("export", "--store", redis.uri()));
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(RunningProgram.exitCode(process)).isZero();
    assertThat(said).isEqualTo(Files.readString(plain)).hasLineCount(47);
  }

  @Test
  void damageIsNamedWithFileAndLine() throws IOException {
    Path plain = folder.resolve("all.ndjson");
    done("export", "--store", redis.uri(), "--output", plain.toString());
    Files.writeString(plain, Files.readString(plain).replaceFirst("\n.", "\n?"));

    assertThat(refused("replay", "--store", "export:" + plain)).contains(plain + ", line 2: ");
    assertThat(refused("replay", "--store", "export:/nowhere")).contains("/nowhere does not exist");
    assertThat(refused("export", "--store", redis.uri(), "--player", "a b")).contains("player ");
    assertThat(refused("export", "--store", redis.uri(), "--from", "2-0", "--to", "1-0"))
        .contains("--from takes what is not after --to");
  }

  private static String solo(String player) {
    return "{\"players\":[{\"id\":\"" + player + "\"}]}";
  }

  private static JsonNode state(RunningProgram program) {
    return program.get("/v1/queues/default/state").body();
  }

  private static String done(String... arguments) {
    return said(0, arguments);
  }

  private static String refused(String... arguments) {
    String said = said(2, arguments);
    assertThat(said.strip()).doesNotContain("\n").startsWith("pairtrail: ");
    return said;
  }

  private static String said(int exitCode, String... arguments) {
    StringWriter said = new StringWriter();
    CommandLine commandLine =
        Main.commandLine().setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
    assertThat(commandLine.execute(arguments)).as(said.toString()).isEqualTo(exitCode);
    return said.toString();
  }
}
