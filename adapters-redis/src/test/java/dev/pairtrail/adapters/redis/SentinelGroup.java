package dev.pairtrail.adapters.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.sentinel.api.StatefulRedisSentinelConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A master, a replica and three Sentinels that are quick to fail over. */
public final class SentinelGroup implements AutoCloseable {
  private static final String NAME = "pairs";
  private static final Duration SOON = Duration.ofSeconds(30);

  private final RedisServer first;
  private final RedisServer second;
  private final List<RedisServer> sentinels = new ArrayList<>();
  private final RedisClient client = RedisClient.create();

  private SentinelGroup(String... options) {
    first = RedisServer.start(options);
    List<String> ofReplica = new ArrayList<>(List.of(options));
    ofReplica.addAll(List.of("--replicaof", "127.0.0.1 " + first.port()));
    second = RedisServer.start(ofReplica.toArray(String[]::new));
  }

  /** Starts all, with these options for both servers. */
  public static SentinelGroup start(String... options) {
    SentinelGroup group = new SentinelGroup(options);
    try {
      group.watch();
      return group;
    } catch (RuntimeException e) {
      group.close();
      throw e;
    }
  }

  private void watch() {
    Awaitility.await().atMost(SOON).until(this::isReplicating);
    for (int i = 0; i < 3; i++) {
      sentinels.add(RedisServer.sentinel(configuration()));
    }
    Awaitility.await().atMost(SOON).until(() -> sentinels.stream().allMatch(this::knowsAll));
  }

  private List<String> configuration() {
    return List.of(
        "sentinel monitor " + NAME + " 127.0.0.1 " + first.port() + " 2",
        "sentinel down-after-milliseconds " + NAME + " 500",
        "sentinel failover-timeout " + NAME + " 1000");
  }

  private boolean isReplicating() {
    return Commands.on(first, redis -> redis.info("replication")).contains("state=online");
  }

  private boolean knowsAll(RedisServer sentinel) {
    Map<String, String> master = master(sentinel);
    return "2".equals(master.get("num-other-sentinels")) && "1".equals(master.get("num-slaves"));
  }

  private Map<String, String> master(RedisServer sentinel) {
    RedisURI uri = RedisURI.Builder.sentinel("127.0.0.1", sentinel.port(), NAME).build();
    try (StatefulRedisSentinelConnection<String, String> open = client.connectSentinel(uri)) {
      return open.sync().master(NAME);
    }
  }

  /** As a store is named. */
  public String uri() {
    return sentinels.stream()
        .map(sentinel -> "127.0.0.1:" + sentinel.port())
        .collect(Collectors.joining(",", "redis-sentinel://", "#" + NAME));
  }

  /** The server that is told to be the master by most Sentinels. */
  public RedisServer master() {
    int port = Integer.parseInt(master(sentinels.getFirst()).getOrDefault("port", "0"));
    return port == first.port() ? first : second;
  }

  RedisServer replica() {
    return master().equals(first) ? second : first;
  }

  /** Waits until another is the master than was. */
  public void awaitFailoverFrom(RedisServer former) {
    Awaitility.await()
        .atMost(SOON)
        .until(() -> sentinels.stream().allMatch(sentinel -> !isMaster(sentinel, former)));
    RedisServer promoted = former.equals(first) ? second : first;
    Awaitility.await().atMost(SOON).until(() -> role(promoted).equals("master"));
  }

  private boolean isMaster(RedisServer sentinel, RedisServer server) {
    return Integer.toString(server.port()).equals(master(sentinel).get("port"));
  }

  /** Has Sentinel promote the replica of a master that is well. */
  void failover() {
    RedisURI uri =
        RedisURI.Builder.sentinel("127.0.0.1", sentinels.getFirst().port(), NAME).build();
    try (StatefulRedisSentinelConnection<String, String> open = client.connectSentinel(uri)) {
      Awaitility.await()
          .atMost(SOON)
          .ignoreExceptions()
          .until(() -> open.sync().failover(NAME).equals("OK"));
    }
  }

  /** Nobody tells a server any more what it is. */
  void pauseSentinels() {
    sentinels.forEach(RedisServer::pause);
  }

  void resumeSentinels() {
    sentinels.forEach(RedisServer::resume);
  }

  /** Has every server run and waits until all is as it was at the start. */
  void repair() {
    Stream.concat(sentinels.stream(), Stream.of(first, second)).forEach(RedisServer::revive);
    awaitWhole();
  }

  /** Waits until there is a master with a replica in step that the Sentinels know of. */
  void awaitWhole() {
    Awaitility.await()
        .atMost(SOON)
        .ignoreExceptions()
        .until(() ->
            role(master()).equals("master")
                && role(replica()).equals("slave")
                && Commands.on(master(), redis -> redis.info("replication"))
                    .contains("state=online")
                && sentinels.stream().allMatch(this::isCalm));
  }

  private boolean isCalm(RedisServer sentinel) {
    return "master".equals(master(sentinel).get("flags"))
        && isMaster(sentinel, master())
        && "1".equals(master(sentinel).get("num-slaves"));
  }

  String role(RedisServer server) {
    return String.valueOf(Commands.on(server, redis -> redis.role()).getFirst());
  }

  @Override
  public void close() {
    client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    Stream.concat(sentinels.stream(), Stream.of(first, second)).forEach(RedisServer::close);
  }
}
