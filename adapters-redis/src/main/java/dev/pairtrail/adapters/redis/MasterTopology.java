package dev.pairtrail.adapters.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.resource.ClientResources;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One master. Behind Sentinel each new connection, and each reconnect, asks who that is. */
final class MasterTopology implements Topology {
  private final RedisURI uri;
  private final ClientResources resources = Topology.resources();
  private final RedisClient lasting;
  private final RedisClient pinned;

  MasterTopology(RedisURI uri) {
    this.uri = uri;
    uri.setTimeout(CONNECT_WITHIN);
    uri.getSentinels().forEach(sentinel -> sentinel.setTimeout(CONNECT_WITHIN));
    lasting = RedisClient.create(resources, uri);
    lasting.setOptions(Topology.configure(ClientOptions.builder(), true).build());
    pinned = RedisClient.create(resources);
    pinned.setOptions(Topology.configure(ClientOptions.builder(), false).build());
  }

  @Override
  public OpenConnection connect(TextCodec codec, Reach reach) {
    return opened(lasting.connect(codec));
  }

  @Override
  public OpenConnection pin(String key) {
    return pin(uri);
  }

  @Override
  public OpenConnection pin(RedisURI node) {
    return opened(pinned.connect(TextCodec.ALL, node));
  }

  static OpenConnection opened(StatefulRedisConnection<String, String> connection) {
    return new OpenConnection(connection, connection.sync(), connection.async());
  }

  @Override
  public List<RedisURI> masters() {
    return List.of(uri);
  }

  @Override
  public int placeOf(String key) {
    return 0;
  }

  @Override
  public void refresh() {}

  @Override
  public void close() {
    pinned.shutdown(0, CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    lasting.shutdown(0, CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    Topology.shutdown(resources);
  }
}
