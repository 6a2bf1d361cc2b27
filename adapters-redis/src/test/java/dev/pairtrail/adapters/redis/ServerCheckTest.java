package dev.pairtrail.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pairtrail.adapters.redis.Finding.Severity;
import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.AppendResult;
import dev.pairtrail.application.port.AppendResult.Appended;
import dev.pairtrail.domain.QueueName;
import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said of servers, and what follows from it. */
final class ServerCheckTest {
  private static final QueueName QUEUE = new QueueName("duel");
  private static final Duration SOON = Duration.ofSeconds(30);

  private final RedisServer server = RedisServer.start();
  private final RedisEventStore store =
      new RedisEventStore(server.uri(), RedisEventStore::defaultKey);

  @AfterEach
  void stop() {
    store.close();
    server.close();
  }

  @Test
  void aFreshServerWithAnAppendOnlyFileFits() {
    assertThat(store.inspect())
        .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.OK))
        .extracting(Finding::what)
        .contains("version", "maxmemory-policy", "appendonly", "clock difference");
  }

  @Test
  void aPolicyThatEvictsIsRefused() {
    set("maxmemory-policy", "allkeys-lru");
    assertThat(found("maxmemory-policy").severity()).isEqualTo(Severity.REFUSED);
    assertThat(found("maxmemory-policy").line()).contains("allkeys-lru").contains("noeviction");
  }

  @Test
  void aServerThatForgetsIsWarnedAbout() {
    set("appendonly", "no");
    set("appendfsync", "no");
    assertThat(found("appendonly").severity()).isEqualTo(Severity.WARNING);
    assertThat(found("appendfsync").severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void replicasThatNobodyWaitsForAreWarnedAbout() {
    assertThat(found("min-replicas-to-write").severity()).isEqualTo(Severity.OK);
    String master = "127.0.0.1 " + server.port();
    try (RedisServer _ = RedisServer.start("--replicaof", master)) {
      await()
          .atMost(SOON)
          .until(() -> found("min-replicas-to-write").severity() == Severity.WARNING);
      set("min-replicas-to-write", "1");
      assertThat(found("min-replicas-to-write").severity()).isEqualTo(Severity.OK);
    }
  }

  @Test
  void whereConfigIsForbiddenWhatInfoTellsIsUsed() {
    Commands.on(server, redis -> redis.aclSetuser("default", noConfig()));
    assertThat(found("maxmemory-policy").severity()).isEqualTo(Severity.OK);
    assertThat(found("appendfsync").value()).isEqualTo("unknown");
    assertThat(found("appendfsync").severity()).isEqualTo(Severity.WARNING);
  }

  private static AclSetuserArgs noConfig() {
    return AclSetuserArgs.Builder.removeCommand(CommandType.CONFIG);
  }

  @Test
  void clocksThatDifferAreWarnedAbout() {
    InstantSource slow = () -> Instant.now().minusSeconds(5);
    try (Topology topology = Topology.of(server.uri())) {
      assertThat(new ServerCheck(topology, slow).findings())
          .filteredOn(finding -> finding.severity() == Severity.WARNING)
          .extracting(Finding::what)
          .containsExactly("clock difference");
    }
  }

  @Test
  void aGuardedStoreTakesNothingUntilTheServerFits() {
    set("maxmemory-policy", "allkeys-lru");
    Queue<Finding> reported = new ConcurrentLinkedQueue<>();
    assertThat(store.guard(reported::addAll)).anyMatch(Finding::isRefused);
    assertThat(Appends.append(store.log(QUEUE), "p-1"))
        .isInstanceOfSatisfying(
            AppendResult.Refused.class,
            refused -> assertThat(refused.reason()).contains("maxmemory-policy"));
    assertThatThrownBy(store::ping)
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("maxmemory-policy");

    set("maxmemory-policy", "noeviction");
    await().atMost(SOON).until(() -> Appends.append(store.log(QUEUE), "p-1") instanceof Appended);
    store.ping();
    assertThat(reported).isNotEmpty().noneMatch(Finding::isRefused);
  }

  @Test
  void aServerThatWasAwayIsLookedAtWhenItAnswers() {
    server.kill();
    store.guard(_ -> {});
    assertThat(Appends.append(store.log(QUEUE), "p-1")).isInstanceOf(AppendResult.Refused.class);
    server.restart();
    await().atMost(SOON).until(() -> Appends.append(store.log(QUEUE), "p-1") instanceof Appended);
  }

  /** As whoever is told may be. */
  @Test
  void aLookThatFailsUnexpectedlyIsNotTheLast() {
    set("maxmemory-policy", "allkeys-lru");
    AtomicInteger told = new AtomicInteger();
    store.guard(_ -> {
      if (told.incrementAndGet() == 1) {
        throw new IllegalStateException("the report cannot be written");
      }
    });
    set("appendonly", "no");
    await().atMost(SOON).until(() -> told.get() > 1);
  }

  private void set(String setting, String value) {
    Commands.on(server, redis -> redis.configSet(setting, value));
  }

  private Finding found(String what) {
    return store.inspect().stream()
        .filter(finding -> finding.what().equals(what))
        .findFirst()
        .orElseThrow();
  }
}
