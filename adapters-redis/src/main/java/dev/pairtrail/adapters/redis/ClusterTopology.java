package dev.pairtrail.adapters.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode.NodeFlag;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The masters of a Cluster. A connection holds one to each node that it needs. */
final class ClusterTopology implements Topology {
  static final String SCHEME = "redis-cluster://";

  private static final Duration REFRESH_EVERY = Duration.ofSeconds(10);
  private static final Duration REFRESH_AT_MOST_EVERY = Duration.ofMillis(500);
  private static final int MOST_REDIRECTS = 5;

  private final ClientResources resources = Topology.resources();
  private final RedisClusterClient cluster;
  private final RedisClient pinned;

  ClusterTopology(List<RedisURI> seeds) {
    cluster = RedisClusterClient.create(resources, seeds);
    cluster.setOptions(options());
    pinned = RedisClient.create(resources);
    pinned.setOptions(Topology.configure(ClientOptions.builder(), false).build());
  }

  /** The nodes of {@code redis-cluster://[user:password@]host:port,host:port}. */
  static List<RedisURI> seeds(String uri) {
    String authority = uri.substring(SCHEME.length()).replaceFirst("/$", "");
    int at = authority.lastIndexOf('@') + 1;
    return Arrays.stream(authority.substring(at).split(",", -1))
        .map(node -> RedisURI.create("redis://" + authority.substring(0, at) + node))
        .peek(seed -> seed.setTimeout(CONNECT_WITHIN))
        .toList();
  }

  /** A node that is not known yet is no reason to refuse a redirection to it. */
  private static ClusterClientOptions options() {
    return Topology.configure(ClusterClientOptions.builder(), true)
        .maxRedirects(MOST_REDIRECTS)
        .validateClusterNodeMembership(false)
        .topologyRefreshOptions(
            ClusterTopologyRefreshOptions.builder()
                .enablePeriodicRefresh(REFRESH_EVERY)
                .adaptiveRefreshTriggersTimeout(REFRESH_AT_MOST_EVERY)
                .build())
        .build();
  }

  @Override
  public OpenConnection connect(TextCodec codec, Reach reach) {
    StatefulRedisClusterConnection<String, String> connection = cluster.connect(codec);
    reachNodes(connection, reach);
    return new OpenConnection(connection, connection.sync(), connection.async());
  }

  /** A command for a node that there is no connection to yet would be rejected. */
  private void reachNodes(StatefulRedisClusterConnection<String, String> connection, Reach reach) {
    List<RedisURI> nodes =
        switch (reach) {
          case Reach.Everything() -> masters();
          case Reach.One(var key) -> List.of(masterOf(key));
        };
    CompletableFuture<?>[] all =
        nodes.stream()
            .map(node -> connection.getConnectionAsync(node.getHost(), node.getPort()))
            .map(opening -> opening.exceptionally(_ -> null))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(all)
        .completeOnTimeout(null, CONNECT_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  @Override
  public OpenConnection pin(String key) {
    return pin(masterOf(key));
  }

  private RedisURI masterOf(String key) {
    RedisClusterNode master = cluster.getPartitions().getMasterBySlot(SlotHash.getSlot(key));
    if (master == null) {
      refresh();
      throw new RedisException(Failures.NOT_SENT + ": no master is known for the slot of " + key);
    }
    return master.getUri();
  }

  @Override
  public OpenConnection pin(RedisURI node) {
    return MasterTopology.opened(pinned.connect(TextCodec.ALL, authenticated(node)));
  }

  /** A redirection names a host and a port only. */
  private RedisURI authenticated(RedisURI node) {
    RedisURI known = cluster.getPartitions().iterator().next().getUri();
    return RedisURI.builder(known).withHost(node.getHost()).withPort(node.getPort()).build();
  }

  @Override
  public List<RedisURI> masters() {
    return cluster.getPartitions().stream()
        .filter(node -> node.is(NodeFlag.UPSTREAM) && !node.getSlots().isEmpty())
        .map(RedisClusterNode::getUri)
        .toList();
  }

  @Override
  public int placeOf(String key) {
    return SlotHash.getSlot(key);
  }

  @Override
  public void refresh() {
    cluster.refreshPartitions();
  }

  @Override
  public void close() {
    pinned.shutdown(0, CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    cluster.shutdown(0, CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    Topology.shutdown(resources);
  }
}
