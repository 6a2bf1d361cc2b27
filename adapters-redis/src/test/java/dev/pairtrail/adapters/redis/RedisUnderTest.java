package dev.pairtrail.adapters.redis;

import dev.pairtrail.application.port.EventStore;
import dev.pairtrail.domain.EventId;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.Metadata;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.format.EntryCodec;
import dev.pairtrail.portcontracts.StoreUnderTest;
import io.lettuce.core.RedisException;
import io.lettuce.core.XTrimArgs;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Keys of its own on the server that all tests share, and a client as other programs have one. */
final class RedisUnderTest implements StoreUnderTest {
  private final String prefix = "test:" + UUID.randomUUID() + ":";
  final FeedKeys feedKeys = new FeedKeys(prefix);
  private final RedisEventStore store;
  private final Topology topology;
  private final OpenConnection connection;

  RedisUnderTest(RedisServer server) {
    this(server.uri(), Durability.LOCAL);
  }

  RedisUnderTest(String uri, Durability durability) {
    store = new RedisEventStore(uri, this::key, durability, feedKeys);
    topology = Topology.of(uri);
    connection = topology.connect(TextCodec.ALL, new Topology.Reach.Everything());
  }

  String key(QueueName queue) {
    return prefix + RedisEventStore.defaultKey(queue);
  }

  RedisClusterCommands<String, String> redis() {
    return connection.commands();
  }

  @Override
  public EventStore store() {
    return store;
  }

  @Override
  public int mostMissed() {
    return AppendArguments.MAX_SCANNED;
  }

  @Override
  public void trim(QueueName queue, int keep) {
    redis().xtrim(key(queue), XTrimArgs.Builder.maxlen(keep));
  }

  @Override
  public void appendForeign(QueueName queue, Event event) {
    NewEvent asOurs =
        new NewEvent(
            new Metadata(new EventId(UUID.randomUUID()), Metadata.Origin.NONE), Set.of(), event);
    redis().xadd(key(queue), Map.of(EntryCodec.EVENT, EntryCodec.event(asOurs)));
  }

  @Override
  public void appendUnreadable(QueueName queue, Map<String, String> fields) {
    redis().xadd(key(queue), fields);
  }

  @Override
  public void removeGroup(QueueName queue, String group) {
    redis().xgroupDestroy(key(queue), group);
  }

  @Override
  public void deleteAll(QueueName queue) {
    redis().del(key(queue));
  }

  /** As a transmission error would: within the content, so that only the digest tells. */
  @Override
  public void spoilSnapshot(QueueName queue) {
    String key = snapshotKey(queue);
    String content = redis().hget(key, "content");
    if (content != null) {
      redis().hset(key, "content", content.substring(0, content.length() - 8));
    }
  }

  String snapshotKey(QueueName queue) {
    return new QueueKeys(key(queue)).beside("snapshot");
  }

  /** A server that is away takes its keys with it. */
  private void removeKeys() {
    try {
      redis().keys(prefix + "*").forEach(key -> redis().del(key));
    } catch (RedisException e) {
      // Other tests have other keys.
    }
  }

  @Override
  public void close() {
    removeKeys();
    connection.discard();
    topology.close();
    store.close();
  }
}
