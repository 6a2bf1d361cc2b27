package dev.pairtrail.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pairtrail.application.port.AppendResult.Appended;
import dev.pairtrail.application.port.Consumer;
import dev.pairtrail.application.port.ConsumerGroup;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.Tail;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A slot that moves, and a master that dies, in a Cluster. */
final class ClusterFailoverTest {
  private static final QueueName QUEUE = new QueueName("duel");
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(500);

  private static RedisCluster cluster;

  private RedisUnderTest redis;
  private EventLog log;

  @BeforeAll
  static void start() {
    cluster = RedisCluster.start();
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @BeforeEach
  void open() {
    redis = new RedisUnderTest(cluster.uri(), new Durability.Replicated(1));
    log = redis.store().log(QUEUE);
  }

  @AfterEach
  void repair() {
    redis.close();
    cluster.repair();
  }

  @Test
  void writersAndBlockedReadersFollowASlotThatMoves() {
    String key = redis.key(QUEUE);
    assertThat(Appends.append(log, "p-1")).isInstanceOf(Appended.class);
    RedisServer from = cluster.masterOf(key);
    RedisServer to = cluster.otherMasterThan(from);
    ConsumerGroup workers = redis.store().group(QUEUE, "workers");
    workers.ensure();
    try (Followed followed = new Followed(log.tail());
        Consumer consumer = workers.join("consumer-1")) {
      assertThat(consumer.read(10, SHORT)).hasSize(1);
      followed.awaitUntil(Appends.positions(log));
      cluster.beginMove(key, from, to);
      assertThat(Appends.append(log, "p-2")).isInstanceOf(Appended.class);
      cluster.endMove(key, from, to);
      await().atMost(SOON).until(() -> Appends.append(log, "p-3") instanceof Appended);
      List<Position> written = Appends.positions(log);
      assertThat(written).hasSize(3);
      followed.awaitUntil(written);
      List<Position> delivered = new ArrayList<>();
      await()
          .atMost(SOON)
          .ignoreExceptions()
          .until(() -> delivered.addAll(consumer.read(10, SHORT)) && delivered.size() == 2);
      assertThat(delivered).isEqualTo(written.subList(1, 3));
    }
  }

  /** F19: the reads are in flight when the slot moves, and appends arrive all the while. */
  @Test
  void readersThatBlockFollowASlotThatMovesUnderLoad() {
    String key = redis.key(QUEUE);
    RedisServer from = cluster.masterOf(key);
    RedisServer to = cluster.otherMasterThan(from);
    ConsumerGroup workers = redis.store().group(QUEUE, "workers");
    try (BlockedReaders readers = BlockedReaders.on(log, workers);
        BusyWriter writer = BusyWriter.on(log)) {
      await().atMost(SOON).until(() -> readers.seen().size() > 100);
      cluster.beginMove(key, from, to);
      int atFirst = writer.acknowledged().size();
      await().atMost(SOON).until(() -> writer.acknowledged().size() > atFirst + 20);
      cluster.endMove(key, from, to);
      int before = writer.acknowledged().size();
      await().atMost(SOON).until(() -> writer.acknowledged().size() > before + 20);
      writer.end();
      assertThat(writer.hasDiverged()).isFalse();
      List<Position> written = Appends.positions(log);
      await().atMost(SOON).untilAsserted(() -> assertThat(readers.seen()).isEqualTo(written));
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(Set.copyOf(readers.delivered())).containsAll(written));
    }
  }

  @Test
  void whatReplicasConfirmedSurvivesTheMaster() {
    String key = redis.key(QUEUE);
    RedisServer master = cluster.masterOf(key);
    try (BusyWriter writer = BusyWriter.on(log);
        Followed followed = new Followed(log.tail())) {
      await().atMost(SOON).until(() -> writer.acknowledged().size() > 100);
      master.kill();
      int before = writer.acknowledged().size();
      cluster.awaitFailoverFrom(master, key);
      master.restart();
      await().atMost(SOON).until(() -> writer.acknowledged().size() > before + 20);
      writer.end();
      assertThat(writer.hasDiverged()).isFalse();
      assertThat(BusyWriter.ids(Appends.all(log)))
          .containsAll(writer.acknowledged())
          .noneMatch(writer.refused()::contains);
      followed.awaitUntil(Appends.positions(log));
    }
  }

  /** What a blocked reader has seen. */
  private record Followed(Tail tail, List<Position> seen) implements AutoCloseable {
    Followed(Tail tail) {
      this(tail, new ArrayList<>());
    }

    void awaitUntil(List<Position> written) {
      await().atMost(SOON).ignoreExceptions().until(() -> readOn(written));
      assertThat(seen).isEqualTo(written);
    }

    private boolean readOn(List<Position> written) {
      Position after = seen.isEmpty() ? Position.START : seen.getLast();
      tail.await(after, 500, SHORT).stream().map(LogEntry::position).forEach(seen::add);
      return seen.size() >= written.size();
    }

    @Override
    public void close() {
      tail.close();
    }
  }
}
