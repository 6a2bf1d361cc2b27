package dev.pairtrail.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pairtrail.application.FeedEntry;
import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.Feeds;
import dev.pairtrail.application.port.Feeds.Kept;
import dev.pairtrail.domain.EventId;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.EventTags;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.Metadata;
import dev.pairtrail.domain.event.PlayerJoinedRoom;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.format.EntryCodec;
import io.lettuce.core.Range;
import io.lettuce.core.cluster.SlotHash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The keys of the feeds, and what a real server does to who writes them. */
final class RedisFeedsTest {
  private static final QueueName QUEUE = new QueueName("duel");
  private static final Kept KEPT = new Kept(Duration.ofHours(2), 1_000);
  private static final Tag ANN = Tag.player(new PlayerId("ann"));
  private static final Tag ROOM = Tag.room(new RoomId("r-1"));

  private final RedisServer server = RedisServer.start();
  private final RedisUnderTest redis = new RedisUnderTest(server);
  private final Feeds feeds = redis.store().feeds();
  private final String events = redis.feedKeys.of(ANN)[0];
  private final String watermarks = redis.feedKeys.of(ANN)[1];

  @AfterEach
  void stop() {
    redis.close();
    server.close();
  }

  private static LogEntry joined(int number, String player) {
    PlayerJoinedRoom event =
        new PlayerJoinedRoom(new PlayerId(player), new RoomId("r-1"), Instant.EPOCH);
    return new RecordedEvent(
        new Position(7, number),
        number,
        EventTags.of(event),
        Optional.of(new Metadata(new EventId(new UUID(1, number)), Metadata.Origin.NONE)),
        event);
  }

  private Optional<Integer> append(int number, String player) {
    feeds.begin(0, 3, Position.START);
    var added = feeds.append(QUEUE, 3, List.of(joined(number, player)), KEPT);
    return added.isPresent() ? Optional.of(added.getAsInt()) : Optional.empty();
  }

  @Test
  void theKeysAreThoseThatAreDocumented() {
    FeedKeys keys = new FeedKeys("");
    assertThat(keys.of(Tag.player(new PlayerId("a:b|c"))))
        .containsExactly("player:{a:b|c}:events", "player:{a:b|c}:watermarks");
    assertThat(keys.of(ROOM)).containsExactly("room:{r-1}:events", "room:{r-1}:watermarks");
    assertThat(keys.checkpoint()).isEqualTo("matchmaking:{feeds}:checkpoint");
    assertThat(SlotHash.getSlot(keys.of(ROOM)[0])).isEqualTo(SlotHash.getSlot(keys.of(ROOM)[1]));
  }

  @Test
  void theFieldsAreThoseThatAreDocumented() {
    append(5, "ann");
    var stored = redis.redis().xrange(events, Range.unbounded()).getFirst().getBody();
    assertThat(stored)
        .containsEntry("queue", "duel")
        .containsEntry("position", "7-5")
        .containsEntry("rev", "5")
        .containsEntry("tags", "player:ann room:r-1")
        .containsOnlyKeys("queue", "position", "event", "tags", "meta", "rev");
    assertThat(stored.get(EntryCodec.EVENT)).contains("\"type\":\"PlayerJoinedRoom\"");
    assertThat(redis.redis().hgetall(watermarks))
        .isEqualTo(Map.of("generation", "3", "queue:duel", "7-5"));

    feeds.intend(QUEUE, 3, new Head(new Position(7, 6), 6));
    feeds.advance(QUEUE, 3, new Head(new Position(7, 5), 5));
    assertThat(redis.redis().hgetall(redis.feedKeys.checkpoint()))
        .isEqualTo(
            Map.of(
                "generation",
                "3",
                "from",
                "0-0",
                "intended:duel",
                "7-6/6",
                "derived:duel",
                "7-5/5"));
  }

  @Test
  void bothKeysOfAFeedExpireAfterItsLastEvent() {
    append(1, "ann");
    for (String key : List.of(events, watermarks)) {
      assertThat(redis.redis().pttl(key)).isBetween(1L, KEPT.ttl().toMillis());
      redis.redis().pexpire(key, Duration.ofMinutes(1));
    }
    append(1, "ann");
    assertThat(redis.redis().pttl(events)).isLessThanOrEqualTo(60_000);
    append(2, "ann");
    for (String key : List.of(events, watermarks)) {
      assertThat(redis.redis().pttl(key)).isGreaterThan(60_000);
    }
  }

  @Test
  void aForgottenScriptIsSentAgain() {
    append(1, "ann");
    redis.redis().scriptFlush();
    assertThat(append(2, "ann")).contains(2);
    redis.redis().scriptFlush();
    assertThat(feeds.checkpoint().generation()).isEqualTo(3);
    assertThat(feeds.advance(QUEUE, 3, new Head(new Position(7, 2), 2)))
        .isEqualTo(Feeds.Move.FORWARD);
    assertThat(entries()).containsExactly(joined(1, "ann"), joined(2, "ann"));
  }

  @Test
  void aFullServerRefusesAndIsWrittenToLater() {
    append(1, "ann");
    redis.redis().configSet("maxmemory", "1");
    assertThatThrownBy(() -> append(2, "ann"))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("OOM");
    redis.redis().configSet("maxmemory", "0");
    assertThat(append(2, "ann")).contains(2);
    assertThat(entries()).hasSize(2);
  }

  @Test
  void aKeyThatSomebodyElseUsesCostsItsOwnFeedAlone() {
    redis.redis().rpush(events, "a list");
    assertThat(append(1, "ann")).contains(1);
    assertThat(feeds.read(ROOM, 10).entries()).hasSize(1);
    assertThatThrownBy(() -> feeds.read(ANN, 10)).isInstanceOf(StoreUnavailableException.class);
    assertThat(redis.redis().lrange(events, 0, -1)).containsExactly("a list");
  }

  @Test
  void aFeedThatLostItsWatermarksIsBegunAnew() {
    append(1, "ann");
    redis.redis().del(watermarks);
    assertThat(feeds.read(ANN, 10)).isEqualTo(Feeds.Content.NONE);
    append(2, "ann");
    assertThat(entries()).containsExactly(joined(2, "ann"));
  }

  private List<LogEntry> entries() {
    return feeds.read(ANN, 100).entries().stream().map(FeedEntry::entry).toList();
  }
}
