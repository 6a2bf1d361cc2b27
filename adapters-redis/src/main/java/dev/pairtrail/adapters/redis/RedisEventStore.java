package dev.pairtrail.adapters.redis;

import dev.pairtrail.application.port.ConsumerGroup;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.EventStore;
import dev.pairtrail.application.port.Snapshots;
import dev.pairtrail.domain.QueueName;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import java.time.Duration;
import java.util.function.Function;

/**
 * Keeps the logs on one Redis server, 7.0 or newer. It connects when it is first used and
 * reconnects by itself; while there is no connection every operation says so at once. Thread-safe.
 *
 * <p>Appends share one connection, reads another, snapshots a third, and each blocking reader has
 * its own.
 */
public final class RedisEventStore implements EventStore, AutoCloseable {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
  private static final Duration REPLY_WITHIN = Duration.ofSeconds(3);

  /** A blocking read lasts two seconds at most. */
  private static final Duration BLOCKING_REPLY_WITHIN = Duration.ofSeconds(5);

  /** A large one takes its time on a slow network. */
  private static final Duration SNAPSHOT_REPLY_WITHIN = Duration.ofSeconds(20);

  private final RedisClient client;
  private final Function<QueueName, String> keys;
  private final AppendScript script = new AppendScript();
  private final Link writes;
  private final Link reads;
  private final Link snapshots;

  /**
   * A store on a server.
   *
   * @param uri {@code redis://} or {@code rediss://}
   * @param keys the stream of each queue; see {@link #defaultKey}
   */
  public RedisEventStore(String uri, Function<QueueName, String> keys) {
    this.keys = keys;
    client = RedisClient.create(uri);
    client.setOptions(
        ClientOptions.builder()
            .autoReconnect(true)
            .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
            .timeoutOptions(TimeoutOptions.enabled())
            .socketOptions(
                SocketOptions.builder().connectTimeout(CONNECT_WITHIN).keepAlive(true).build())
            .build());
    writes = new Link(client, REPLY_WITHIN, TextCodec.ALL);
    reads = new Link(client, REPLY_WITHIN, TextCodec.ALL);
    snapshots = new Link(client, SNAPSHOT_REPLY_WITHIN, TextCodec.ALL);
  }

  /** The stream of a queue's log unless the configuration says otherwise. */
  public static String defaultKey(QueueName queue) {
    return "matchmaking:{" + queue.value() + "}:events";
  }

  @Override
  public EventLog log(QueueName queue) {
    return new RedisLog(keys.apply(queue), this);
  }

  @Override
  public ConsumerGroup group(QueueName queue, String group) {
    return new RedisConsumerGroup(keys.apply(queue), group, this);
  }

  @Override
  public Snapshots snapshots(QueueName queue) {
    return new RedisSnapshots(RedisSnapshots.keyBeside(keys.apply(queue)), snapshots);
  }

  @Override
  public void ping() {
    Failures.translate(() -> reads.commands().ping());
  }

  AppendScript script() {
    return script;
  }

  Link writes() {
    return writes;
  }

  Link reads() {
    return reads;
  }

  Link blockingLink(TextCodec codec) {
    return new Link(client, BLOCKING_REPLY_WITHIN, codec);
  }

  @Override
  public void close() {
    writes.close();
    reads.close();
    snapshots.close();
    client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
  }
}
