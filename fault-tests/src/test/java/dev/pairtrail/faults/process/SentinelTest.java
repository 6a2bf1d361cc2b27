package dev.pairtrail.faults.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pairtrail.adapters.redis.Durability;
import dev.pairtrail.adapters.redis.RedisEventStore;
import dev.pairtrail.adapters.redis.RedisServer;
import dev.pairtrail.adapters.redis.SentinelGroup;
import dev.pairtrail.bootstrap.RunningProgram;
import dev.pairtrail.domain.Position;
import dev.pairtrail.faults.audit.Auditor;
import dev.pairtrail.faults.audit.Evidence;
import dev.pairtrail.faults.audit.Violation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real programs behind Sentinel whose master is killed under load (F16, F18). */
@Tag("long")
final class SentinelTest {
  private static final int VISITORS = 8;
  private static final int ENOUGH = 150;
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String SETTINGS =
      """
      queues:
        default: {start: auto}
      workers: {claim_idle: 3s}
      durability: replicated(1)
      """;

  private final SentinelGroup group = SentinelGroup.start("--repl-diskless-sync-delay", "0");
  private final RedisEventStore store =
      new RedisEventStore(group.uri(), RedisEventStore::defaultKey, Durability.LOCAL);
  private final List<RunningProgram> instances = new ArrayList<>();

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    Path settings = Files.writeString(folder.resolve("pairtrail.yaml"), SETTINGS);
    for (String name : List.of("i-0", "i-1")) {
      instances.add(
          RunningProgram.serve(
              ProcessBuilder.Redirect.DISCARD,
              "--store",
              group.uri(),
              "--instance",
              name,
              "--config",
              settings.toString()));
    }
  }

  @AfterEach
  void stop() {
    instances.forEach(RunningProgram::close);
    store.close();
    group.close();
  }

  private List<URI> addresses() {
    return instances.stream().map(RunningProgram::base).toList();
  }

  /** With one replica that has it too, nothing that was acknowledged goes with the master. */
  @Test
  void noAcknowledgedCommandGoesWithTheMaster() throws InterruptedException {
    Visitors visitors = new Visitors(this::addresses, () -> 0).come(VISITORS);
    await().atMost(SOON).until(() -> visitors.acknowledged() > ENOUGH);
    RedisServer master = group.master();
    master.kill();
    group.awaitFailoverFrom(master);
    master.restart(); // Alone, the new master has no replica that could confirm.
    int before = visitors.acknowledged();
    await().atMost(SOON).until(() -> visitors.acknowledged() > before + ENOUGH);
    visitors.leave();
    await().atMost(SOON).untilAsserted(() -> assertThat(violations(visitors)).isEmpty());
  }

  private List<Violation> violations(Visitors visitors) {
    var log = store.log(Site.QUEUE).read(Position.START, 1_000_000);
    Auditor auditor = new Auditor(new Evidence(log, List.of(), visitors.told()));
    auditor.drained(store.group(Site.QUEUE, Site.WORKERS).status());
    auditor.matched(Instant.now());
    for (RunningProgram instance : instances) {
      auditor.live(
          Site.view("at " + instance.base(), instance.get("/v1/queues/default/state").body()));
    }
    return auditor.violations();
  }
}
