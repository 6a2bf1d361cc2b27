package dev.pairtrail.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.AppendResult;
import dev.pairtrail.application.port.AppendResult.Appended;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.domain.EventId;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.EventTags;
import dev.pairtrail.domain.event.Metadata;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.domain.event.PlayerEnqueued;
import io.lettuce.core.KillArgs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What only a real server does: it forgets scripts, fills up, refuses, goes away and comes back.
 */
final class RedisFaultsTest {
  private static final QueueName QUEUE = new QueueName("duel");

  private final RedisServer server = RedisServer.start();
  private final RedisUnderTest redis = new RedisUnderTest(server);
  private final EventLog log = redis.store().log(QUEUE);

  @AfterEach
  void stop() {
    redis.close();
    server.close();
  }

  @Test
  void aForgottenScriptIsSentAgain() {
    assertThat(append("p-1")).isInstanceOf(Appended.class);
    redis.redis().scriptFlush();
    assertThat(append("p-2")).isInstanceOf(Appended.class);
  }

  @Test
  void aFullServerRefusesAndNothingIsHalfDone() {
    append("p-1");
    redis.redis().configSet("maxmemory", "1");
    assertThat(append("p-2"))
        .isInstanceOfSatisfying(
            AppendResult.Refused.class, r -> assertThat(r.reason()).contains("OOM"));
    redis.redis().configSet("maxmemory", "0");
    assertThat(log.read(Position.START, 10)).hasSize(1);
    assertThat(append("p-2")).isInstanceOf(Appended.class);
  }

  @Test
  void aServerWithoutItsReplicasRefuses() {
    redis.redis().configSet("min-replicas-to-write", "1");
    assertThat(append("p-1")).isInstanceOf(AppendResult.Refused.class);
    redis.redis().configSet("min-replicas-to-write", "0");
    assertThat(log.read(Position.START, 10)).isEmpty();
  }

  @Test
  void aServerThatIsAwayIsUnavailableAtOnceAndFoundAgain() {
    append("p-1");
    server.kill();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> append("p-2") instanceof AppendResult.Refused);
    assertThatThrownBy(() -> log.read(Position.START, 10))
        .isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> redis.store().ping()).isInstanceOf(StoreUnavailableException.class);

    server.restart();
    await().atMost(Duration.ofSeconds(60)).until(() -> append("p-3") instanceof Appended);
    assertThat(log.read(Position.START, 10)).hasSize(2);
  }

  @Test
  void aStoreThatWasAwayAtFirstIsConnectedLater() {
    server.kill();
    RedisEventStore early = new RedisEventStore(server.uri(), RedisEventStore::defaultKey);
    try (early) {
      assertThatThrownBy(early::ping).isInstanceOf(StoreUnavailableException.class);
      server.restart();
      await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> answers(early));
    }
  }

  private static boolean answers(RedisEventStore store) {
    store.ping();
    return true;
  }

  @Test
  void aReaderWhoseConnectionBrokeReadsOn() {
    try (var tail = log.tail()) {
      assertThat(tail.await(Position.START, 10, Duration.ofMillis(10))).isEmpty();
      redis.redis().clientKill(KillArgs.Builder.typeNormal().skipme());
      await().atMost(Duration.ofSeconds(60)).until(() -> append("p-1") instanceof Appended);
      await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptions()
          .until(() -> !tail.await(Position.START, 10, Duration.ofSeconds(1)).isEmpty());
    }
  }

  @Test
  void aServerThatCameBackKnowsThatEntriesWereRemoved() {
    append("p-1");
    append("p-2");
    Position first = log.read(Position.START, 1).getFirst().position();
    redis.redis().xdel(redis.key(QUEUE), first.toString());
    assertThat(append("p-3")).isInstanceOf(AppendResult.TooFarBehind.class);
    server.kill();
    server.restart();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> append("p-3") instanceof AppendResult.TooFarBehind);
    assertThat(log.read(Position.START, 10)).hasSize(1);
  }

  @Test
  void revisionsGoOnAfterEntriesOfThePlainService() {
    redis.appendForeign(QUEUE, enqueued("p-1"));
    redis.appendForeign(QUEUE, enqueued("p-2"));
    AppendResult first = append("p-3");
    assertThat(first)
        .isInstanceOfSatisfying(
            Appended.class, appended -> assertThat(appended.firstRevision()).isEqualTo(3));
    redis.appendForeign(QUEUE, enqueued("p-4"));
    assertThat(append("p-5"))
        .isInstanceOfSatisfying(
            Appended.class, appended -> assertThat(appended.firstRevision()).isEqualTo(5));
  }

  private AppendResult append(String player) {
    PlayerEnqueued event = enqueued(player);
    Metadata metadata = new Metadata(new EventId(UUID.randomUUID()), Metadata.Origin.NONE);
    return log.append(
        List.of(new NewEvent(metadata, EventTags.of(event), event)),
        new AppendCondition(Head.START, Set.of()));
  }

  private static PlayerEnqueued enqueued(String player) {
    return new PlayerEnqueued(new TicketId(player), Player.of(new PlayerId(player)), Instant.EPOCH);
  }
}
