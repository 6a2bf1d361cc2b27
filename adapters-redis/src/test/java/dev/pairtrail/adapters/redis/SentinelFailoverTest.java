package dev.pairtrail.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.AppendResult;
import dev.pairtrail.application.port.AppendResult.Appended;
import dev.pairtrail.application.port.Consumer;
import dev.pairtrail.application.port.ConsumerGroup;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.Tail;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.NewEvent;
import io.lettuce.core.KillArgs;
import io.lettuce.core.Range;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A master that dies, is paused or loses its replica, behind Sentinel. */
final class SentinelFailoverTest {
  private static final QueueName QUEUE = new QueueName("duel");
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(500);

  private static SentinelGroup group;

  private RedisUnderTest redis;

  @BeforeAll
  static void start() {
    group = SentinelGroup.start("--repl-diskless-sync-delay", "0");
  }

  @AfterAll
  static void stop() {
    group.close();
  }

  @AfterEach
  void bringBack() {
    redis.close();
    group.repair();
  }

  private EventLog open(Durability durability) {
    redis = new RedisUnderTest(group.uri(), durability);
    return redis.store().log(QUEUE);
  }

  /** A replica that has only just come may be slow to confirm. */
  private static void appendFirst(EventLog log) {
    NewEvent first = Appends.enqueued("p-1");
    await().atMost(SOON).until(() -> isThere(Appends.once(log, first)));
    assertThat(Appends.all(log)).hasSize(1);
  }

  private static boolean isThere(AppendResult result) {
    return result instanceof Appended || result instanceof AppendResult.Conflict;
  }

  @Test
  void whatReplicasConfirmedSurvivesTheMaster() {
    EventLog log = open(new Durability.Replicated(1));
    RedisServer master = group.master();
    try (BusyWriter writer = BusyWriter.on(log)) {
      await().atMost(SOON).until(() -> writer.acknowledged().size() > 200);
      master.kill();
      int before = writer.acknowledged().size();
      group.awaitFailoverFrom(master);
      // Alone, the new master has no replica that could confirm.
      master.restart();
      await().atMost(SOON).until(() -> writer.acknowledged().size() > before + 20);
      writer.end();
      assertThat(writer.hasDiverged()).isFalse();
      assertThat(BusyWriter.ids(Appends.all(log)))
          .containsAll(writer.acknowledged())
          .noneMatch(writer.refused()::contains);
    }
  }

  @Test
  @Tag("long")
  void whatTheMasterAloneHadIsLostAndThatShows() {
    EventLog log = open(Durability.LOCAL);
    appendFirst(log);
    RedisServer master = group.master();
    RedisServer replica = group.replica();
    awaitReplicated(log);
    replica.pause();
    Commands.on(master, server -> server.clientKill(KillArgs.Builder.typeSlave()));
    Appended lost = (Appended) Appends.append(log, "p-2");
    master.kill();
    replica.resume();
    group.awaitFailoverFrom(master);
    Head head = new Head(lost.positions().getLast(), lost.firstRevision());
    await()
        .atMost(SOON)
        .until(() ->
            log.append(List.of(Appends.enqueued("p-3")), new AppendCondition(head, Set.of()))
                instanceof AppendResult.Diverged);
    master.restart();
  }

  private void awaitReplicated(EventLog log) {
    Position last = Appends.positions(log).getLast();
    String key = redis.key(QUEUE);
    await()
        .atMost(SOON)
        .until(() ->
            Commands.on(
                        group.replica(),
                        replica -> replica.xrange(key, Range.create(last.toString(), "+")))
                    .size()
                == 1);
  }

  @Test
  void aPausedMasterIsLeftForTheNewOneAndBlockedReadersFollow() {
    EventLog log = open(new Durability.Replicated(1));
    appendFirst(log);
    ConsumerGroup workers = redis.store().group(QUEUE, "workers");
    workers.ensure();
    RedisServer former = group.master();
    try (Tail tail = log.tail();
        Consumer consumer = workers.join("consumer-1")) {
      assertThat(consumer.read(10, SHORT)).hasSize(1);
      former.pause();
      group.awaitFailoverFrom(former);
      former.resume();
      await().atMost(SOON).until(() -> Appends.append(log, "p-2") instanceof Appended);
      List<Position> written = Appends.positions(log);
      Set<Position> delivered = new HashSet<>();
      await()
          .atMost(SOON)
          .ignoreExceptions()
          .until(() ->
              delivered.addAll(consumer.read(10, SHORT)) && delivered.contains(written.getLast()));
      await()
          .atMost(SOON)
          .ignoreExceptions()
          .until(() ->
              tail.await(written.getFirst(), 100, SHORT).stream()
                  .map(LogEntry::position)
                  .toList()
                  .equals(written.subList(1, written.size())));
    }
  }

  /** F17: the reads are in flight when the master stops. */
  @Test
  void readersThatBlockFollowFromAPausedMasterUnderLoad() {
    EventLog log = open(new Durability.Replicated(1));
    appendFirst(log);
    ConsumerGroup workers = redis.store().group(QUEUE, "workers");
    RedisServer former = group.master();
    try (BlockedReaders readers = BlockedReaders.on(log, workers);
        BusyWriter writer = BusyWriter.on(log)) {
      await().atMost(SOON).until(() -> readers.seen().size() > 100);
      former.pause();
      group.awaitFailoverFrom(former);
      former.resume();
      int before = writer.acknowledged().size();
      await().atMost(SOON).until(() -> writer.acknowledged().size() > before + 20);
      writer.end();
      List<Position> written = Appends.positions(log);
      // What only the former master had was seen there, was not acknowledged, and is gone.
      await()
          .atMost(SOON)
          .untilAsserted(() ->
              assertThat(readers.seen().stream().filter(written::contains))
                  .containsExactlyElementsOf(written));
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(Set.copyOf(readers.delivered())).containsAll(written));
      assertThat(BusyWriter.ids(Appends.all(log))).containsAll(writer.acknowledged());
      await().atMost(SOON).until(() -> workers.status().pending() == 0);
      assertThat(workers.status().lag()).hasValue(0);
      assertThat(Appends.append(log, "one-more")).isInstanceOf(Appended.class);
      assertThat(workers.status().length()).isEqualTo(written.size() + 1L);
    }
  }

  /** F17: what a former master takes that nobody told so. */
  @Test
  void whatAMasterTakesThatWasLeftBehindIsLostAndThatShows() {
    EventLog log = open(Durability.LOCAL);
    appendFirst(log);
    RedisServer former = leftBehind(log);
    Head lost;
    try (RedisEventStore straight = new RedisEventStore(former.uri(), redis::key)) {
      Appended taken = (Appended) Appends.append(straight.log(QUEUE), "p-2");
      lost = new Head(taken.positions().getLast(), taken.firstRevision());
    }
    group.resumeSentinels();
    await().atMost(SOON).ignoreExceptions().until(() -> group.role(former).equals("slave"));
    AppendCondition onIt = new AppendCondition(lost, Set.of());
    await().atMost(SOON).until(() -> log.append(List.of(), onIt) instanceof AppendResult.Diverged);
    assertThat(Appends.all(log)).hasSize(1);
  }

  @Test
  void aMasterThatWasLeftBehindTakesNothingIfItNeedsReplicas() {
    EventLog log = open(Durability.LOCAL);
    appendFirst(log);
    Commands.on(group.master(), server -> server.configSet("min-replicas-to-write", "1"));
    Commands.on(group.master(), server -> server.configSet("min-replicas-max-lag", "1"));
    RedisServer former = leftBehind(log);
    try (RedisEventStore straight = new RedisEventStore(former.uri(), redis::key)) {
      assertThat(Appends.append(straight.log(QUEUE), "p-2"))
          .isInstanceOfSatisfying(
              AppendResult.Refused.class,
              refused -> assertThat(refused.reason()).startsWith("NOREPLICAS"));
    }
    group.resumeSentinels();
    await().atMost(SOON).ignoreExceptions().until(() -> group.role(former).equals("slave"));
    assertThat(Appends.all(log)).hasSize(1);
    Commands.on(former, server -> server.configSet("min-replicas-to-write", "0"));
  }

  /** A master that was paused, goes on, and still takes itself for the master. */
  private RedisServer leftBehind(EventLog log) {
    awaitReplicated(log);
    RedisServer former = group.master();
    former.pause();
    group.awaitFailoverFrom(former);
    group.pauseSentinels();
    former.resume();
    assertThat(group.role(former)).isEqualTo("master");
    return former;
  }

  @Test
  void withoutItsReplicaAnAppendIsUnknownUntilItIsConfirmed() {
    EventLog log = open(new Durability.Replicated(1));
    appendFirst(log);
    Head head = new Head(Appends.positions(log).getLast(), 1);
    group.replica().pause();
    var event = Appends.enqueued("p-2");
    AppendCondition condition = new AppendCondition(head, event.tags());
    assertThat(log.append(List.of(event), condition)).isInstanceOf(AppendResult.Unknown.class);
    assertThat(log.append(List.of(event), condition)).isInstanceOf(AppendResult.Unknown.class);
    assertThat(Appends.all(log)).hasSize(2);
    group.replica().resume();
    await()
        .atMost(SOON)
        .until(() -> log.append(List.of(event), condition) instanceof AppendResult.Conflict);
    assertThat(Appends.all(log)).hasSize(2);
  }

  @Test
  @Tag("long")
  void aMasterThatBecameAReplicaIsLeft() {
    EventLog log = open(Durability.LOCAL);
    appendFirst(log);
    RedisServer former = group.master();
    awaitReplicated(log);
    group.failover();
    group.awaitFailoverFrom(former);
    await().atMost(SOON).until(() -> Appends.append(log, "p-2") instanceof Appended);
    assertThat(Appends.all(log)).hasSize(2);
  }

  @Test
  void aPausedMasterAcknowledgesNothingItWouldLoseIfItNeedsReplicas() {
    EventLog log = open(Durability.LOCAL);
    RedisServer former = group.master();
    Commands.on(former, server -> server.configSet("min-replicas-to-write", "1"));
    appendFirst(log);
    Commands.on(former, server -> server.configSet("min-replicas-max-lag", "1"));
    group.replica().pause();
    await()
        .atMost(SOON)
        .until(() ->
            Appends.append(log, "p-2") instanceof AppendResult.Refused refused
                && refused.reason().startsWith("NOREPLICAS"));
    group.replica().resume();
    await().atMost(SOON).until(() -> Appends.append(log, "p-3") instanceof Appended);
    Commands.on(former, server -> server.configSet("min-replicas-to-write", "0"));
  }
}
