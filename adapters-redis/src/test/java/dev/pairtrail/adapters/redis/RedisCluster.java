package dev.pairtrail.adapters.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode.NodeFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Three masters and three replicas that are quick to fail over. */
final class RedisCluster implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final List<RedisServer> nodes = new ArrayList<>();
  private final RedisClusterClient client;

  private RedisCluster() {
    for (int i = 0; i < 6; i++) {
      nodes.add(node());
    }
    client = RedisClusterClient.create(RedisURI.create(nodes.getFirst().uri()));
  }

  static RedisCluster start() {
    RedisCluster cluster = new RedisCluster();
    try {
      cluster.create();
      cluster.awaitWhole();
      return cluster;
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  private static RedisServer node() {
    return RedisServer.start(
        FreePorts.forClusterNode(), "--cluster-enabled", "yes", "--cluster-node-timeout", "1000");
  }

  private void create() {
    List<String> command = new ArrayList<>(List.of("redis-cli", "--cluster", "create"));
    nodes.forEach(node -> command.add("127.0.0.1:" + node.port()));
    command.addAll(List.of("--cluster-replicas", "1", "--cluster-yes"));
    run(command);
  }

  private static void run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException(String.join(" ", command) + " failed");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isWhole() {
    client.refreshPartitions();
    return client.getPartitions().stream().filter(n -> n.is(NodeFlag.UPSTREAM)).count() == 3
        && client.getPartitions().stream().filter(n -> n.is(NodeFlag.REPLICA)).count() == 3
        && nodes.stream().allMatch(RedisCluster::isOk);
  }

  private static boolean isOk(RedisServer node) {
    return Commands.on(node, redis -> redis.clusterInfo()).contains("cluster_state:ok")
        && !Commands.on(node, redis -> redis.info("replication")).contains("link_status:down");
  }

  String uri() {
    return nodes.stream()
        .map(node -> "127.0.0.1:" + node.port())
        .collect(Collectors.joining(",", "redis-cluster://", ""));
  }

  /** The master that keeps a key now. */
  RedisServer masterOf(String key) {
    client.refreshPartitions();
    return server(client.getPartitions().getMasterBySlot(SlotHash.getSlot(key)));
  }

  /** A master that does not keep a key. */
  RedisServer otherMasterThan(RedisServer master) {
    client.refreshPartitions();
    return client.getPartitions().stream()
        .filter(node -> node.is(NodeFlag.UPSTREAM) && node.getUri().getPort() != master.port())
        .map(this::server)
        .findFirst()
        .orElseThrow();
  }

  private RedisServer server(RedisClusterNode node) {
    return nodes.stream()
        .filter(server -> server.port() == node.getUri().getPort())
        .findFirst()
        .orElseThrow();
  }

  /** Begins to move the slot of a key: from now on a key that is gone is asked for there. */
  void beginMove(String key, RedisServer from, RedisServer to) {
    int slot = SlotHash.getSlot(key);
    Commands.on(to, redis -> redis.clusterSetSlotImporting(slot, id(from)));
    Commands.on(from, redis -> redis.clusterSetSlotMigrating(slot, id(to)));
    Commands.on(from, redis -> redis.migrate("127.0.0.1", to.port(), key, 0, 5_000));
  }

  /** Ends the move: the slot is with the new node. */
  void endMove(String key, RedisServer from, RedisServer to) {
    int slot = SlotHash.getSlot(key);
    Stream.of(to, from)
        .forEach(node -> Commands.on(node, redis -> redis.clusterSetSlotNode(slot, id(to))));
  }

  private static String id(RedisServer node) {
    return Commands.on(node, redis -> redis.clusterMyId());
  }

  /** Waits until another node keeps a key than did. */
  void awaitFailoverFrom(RedisServer former, String key) {
    Awaitility.await().atMost(SOON).ignoreExceptions().until(() -> !masterOf(key).equals(former));
  }

  /** Has every node run and waits until all are in step. */
  void repair() {
    nodes.forEach(RedisServer::revive);
    awaitWhole();
  }

  /** Waits until all are there and in step. */
  void awaitWhole() {
    Awaitility.await().atMost(SOON).ignoreExceptions().until(this::isWhole);
  }

  @Override
  public void close() {
    client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    nodes.forEach(RedisServer::close);
  }
}
