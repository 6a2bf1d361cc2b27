package dev.pairtrail.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Bad usage and bad configuration end with 2 and one line that says what is wrong. */
final class CommandLineTest {
  @TempDir private Path folder;

  @Test
  void badUsageIsNamed() {
    assertThat(refused()).contains("name a command");
    assertThat(refused("dance")).contains("dance");
    assertThat(refused("serve", "--port", "x")).contains("--port").contains("x");
    assertThat(refused("serve", "--port", "70000")).contains("port takes 0 to 65535");
    assertThat(refused("serve", "--host", "0.0.0.0"))
        .contains("host takes a loopback address such as 127.0.0.1, not 0.0.0.0")
        .contains("pairtrail key --name NAME --role operator")
        .contains("auth.keys in the file that --config names");
    assertThat(refused("serve", "--store", "mongo:x")).contains("store takes");
    assertThat(refused("serve", "--instance", "a b")).contains("instance takes");
    assertThat(refused("serve", "--config", "/nowhere.yaml")).contains("/nowhere.yaml");
    assertThat(refused("trace", "t-1", "--at", "noon"))
        .contains("'--at': takes a position such as", "not noon")
        .doesNotContain("Exception");
  }

  @Test
  void aStoreIsNamedByItsUri() {
    assertThat(refused("serve", "--store", "redis-sentinel://a:1,b:2")).contains("no master");
    assertThat(refused("serve", "--store", "redis://")).contains("store takes");
    assertThat(refused("inspect", "--store", "redis://127.0.0.1:1")).contains("does not answer");
  }

  @Test
  void workersAndDurabilityAreChecked() throws IOException {
    assertThat(
            refusedFile(
                "{workers: {max_deliveries: 0, claim_idle: soon}, queues: {duel: {start: auto}}}"))
        .contains("workers.max_deliveries: takes 1 or more, not 0")
        .contains("workers.claim_idle: a duration is");
    assertThat(refusedFile("{store: 'redis://a', durability: some, queues: {duel: {start: auto}}}"))
        .contains("durability takes local or replicated(N)");
  }

  @Test
  void feedsAreChecked() throws IOException {
    assertThat(refusedFile("{feeds: {ttl: 0s}, queues: {duel: {start: auto}}}"))
        .contains("feeds.ttl: takes more than zero and at most 3650d");
    assertThat(refusedFile("{feeds: {ttl: a week}, queues: {duel: {start: auto}}}"))
        .contains("feeds.ttl: a duration is");
    assertThat(refusedFile("{feeds: {ttl: 9999d, size: 3}, queues: {duel: {start: auto}}}"))
        .contains("feeds.ttl: takes more than zero", "size");
    Path off =
        Files.writeString(
            folder.resolve("off.yaml"), "{feeds: {enabled: false}, queues: {duel: {start: auto}}}");
    assertThat(refused("feeds", "--store", "redis://127.0.0.1:1", "--config", off.toString()))
        .contains("feeds.enabled is false");
    assertThat(refused("feeds")).contains("memory ends with its server");
    assertThat(refused("feeds", "--from", "0-0")).contains("--rebuild");
    assertThat(refused("feeds", "--store", "redis://127.0.0.1:1")).contains("does not answer");
  }

  @Test
  void anUnknownKeyIsNamed() throws IOException {
    assertThat(refusedFile("queues: {duel: {start: auto, wibble: 4}}")).contains("wibble");
  }

  @Test
  void allFaultsOfAFileAreToldAtOnceWithTheirPaths() throws IOException {
    String said =
        refusedFile(
            """
            queues:
              duel:
                attributes:
                  rating: {type: numeric}
                partition: [mode]
                rules:
                  - {name: near, type: proximity, attribute: rating, max: 100}
                  - {name: close, type: distance, attribute: rating}
                ticket_timeout: 3 minutes
                start: soon
            """);
    assertThat(said)
        .contains("queues.duel.attributes.rating.type: takes number, string, string_list")
        .contains("queues.duel.rules[0].type: takes equal, distance, range, intersection, latency")
        .contains("queues.duel.rules[1].max: is missing")
        .contains("queues.duel.ticket_timeout: a duration is")
        .contains("queues.duel.start: takes auto, manual, not soon");
  }

  @Test
  void aRuleSetThatMakesNoSenseIsRefused() throws IOException {
    String said =
        refusedFile(
            """
            queues:
              duel:
                attributes:
                  rating: {type: number}
                partition: [mode]
                rules:
                  - name: near
                    type: distance
                    attribute: rating
                    max: 100
                    expand: [{after: 10s, max: 50}, {after: 20m, max: 400}]
                ticket_timeout: 3m
            """);
    assertThat(said)
        .contains("queues.duel.partition[0]: mode is not among the queue's attributes")
        .contains("queues.duel.rules[0].expand[0].max: must allow more")
        .contains("queues.duel.rules[0].expand[1].after: can never be reached");
  }

  @Test
  void aRetentionNeedsALimitAndAnArchive() throws IOException {
    assertThat(refusedFile("queues: {duel: {retention: {max_events: 10}}}"))
        .contains(
            "queues.duel.retention.archive: is missing: without an archive nothing is trimmed");
    assertThat(refusedFile("queues: {duel: {retention: {archive: ./archive}}}"))
        .contains("queues.duel.retention: takes max_events, max_age or both");
    assertThat(
            refusedFile(
                "queues: {duel: {retention: {archive: a, max_events: 0, max_age: 3 weeks}}}"))
        .contains("queues.duel.retention.max_events: takes 1 or more, not 0")
        .contains("queues.duel.retention.max_age: a duration is");
  }

  @Test
  void brokenYamlIsOneLineToo() throws IOException {
    assertThat(refusedFile("queues: [")).contains("queues.yaml");
    assertThat(refusedFile("port: 9000")).contains("queues: names none");
    assertThat(refusedFile("{port: abc, queues: {a: {start: auto}}}"))
        .contains("yaml: port: Expected an integer value, got \"abc\"");
    assertThat(refusedFile("queues: {a: {start: auto}, a: {start: manual}}"))
        .contains("duplicate key a");
    assertThat(refused("serve", "--config", folder.toString())).contains("it is a folder");
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, new byte[] {'#', (byte) 0xe4});
    assertThat(refused("serve", "--config", latin.toString())).contains("no text in UTF-8");
  }

  @Test
  void aKeyWithNothingBelowItIsNamed() throws IOException {
    assertThat(refusedFile("{auth: , queues: {default: {}, duel: {rules: [{}]}}}"))
        .contains("auth: says nothing")
        .contains("queues.default: says nothing")
        .contains("queues.duel.rules[0]: says nothing");
  }

  @Test
  void everyQueueHasALogOfItsOwn() throws IOException {
    assertThat(refusedFile("queues: {a: {redis_key: k}, b: {redis_key: k}}"))
        .contains("queues.b.redis_key: k is the log of queue a");
    assertThat(refusedFile("queues: {a: {redis_key: 'matchmaking:{b}:events'}, b: {start: auto}}"))
        .contains("queues.b.redis_key: matchmaking:{b}:events is the log of queue a");
  }

  @Test
  void aPortThatIsTakenIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertThat(refused("serve", "--port", port))
          .contains("a free port: cannot listen on 127.0.0.1:" + port + ": Address already in use");
    }
  }

  private String refusedFile(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("queues.yaml"), yaml);
    return refused("serve", "--config", file.toString());
  }

  private static String refused(String... arguments) {
    StringWriter said = new StringWriter();
    CommandLine commandLine = Main.commandLine().setErr(new PrintWriter(said, true));
    assertThat(commandLine.execute(arguments)).isEqualTo(2);
    assertThat(said.toString().strip()).doesNotContain("\n").startsWith("pairtrail: ");
    return said.toString();
  }
}
