package dev.pairtrail.adapters.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Where connections come from: one server, the master that Sentinel names, or the masters of a
 * Cluster. Every method that connects throws a {@code RedisException} if it cannot. Thread-safe.
 */
sealed interface Topology extends AutoCloseable permits MasterTopology, ClusterTopology {
  Duration CONNECT_WITHIN = Duration.ofSeconds(2);

  /** A lost connection is tried again at least so often. */
  Duration RECONNECT_WITHIN = Duration.ofSeconds(1);

  Duration CLOSE_WITHIN = Duration.ofSeconds(2);

  /** The topology that a URI names by its scheme. */
  static Topology of(String uri) {
    return uri.startsWith(ClusterTopology.SCHEME)
        ? new ClusterTopology(ClusterTopology.seeds(uri))
        : new MasterTopology(RedisURI.create(uri));
  }

  /** Connects to wherever the keys are; the connection finds its way after a failover by itself. */
  OpenConnection connect(TextCodec codec, Reach reach);

  /**
   * Connects to the very node that keeps a key now. The connection never reconnects: once broken,
   * it stays so.
   */
  OpenConnection pin(String key);

  /** As {@link #pin}, to a node that is known. */
  OpenConnection pin(RedisURI node);

  /** The masters as they are known now; for Sentinel its URI, which leads to the master. */
  List<RedisURI> masters();

  /** A number that is the same for keys that one script can have together. */
  int placeOf(String key);

  /** Asks anew which node keeps what, where that can change. */
  void refresh();

  @Override
  void close();

  /** Which keys a connection is for. */
  sealed interface Reach {
    /** All keys. */
    record Everything() implements Reach {}

    /** One key. */
    record One(String key) implements Reach {}
  }

  /** The threads and timers of all clients of a topology. */
  static ClientResources resources() {
    return DefaultClientResources.builder()
        .reconnectDelay(
            Delay.exponential(Duration.ZERO, RECONNECT_WITHIN, 2, TimeUnit.MILLISECONDS))
        .build();
  }

  /** Ends their threads. */
  static void shutdown(ClientResources resources) {
    long limit = CLOSE_WITHIN.toMillis();
    resources.shutdown(0, limit, TimeUnit.MILLISECONDS).awaitUninterruptibly(limit);
  }

  /** What holds for every connection. */
  static <T extends ClientOptions.Builder> T configure(T options, boolean reconnect) {
    options
        .autoReconnect(reconnect)
        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
        .timeoutOptions(TimeoutOptions.enabled())
        .socketOptions(
            SocketOptions.builder().connectTimeout(CONNECT_WITHIN).keepAlive(true).build());
    return options;
  }
}
