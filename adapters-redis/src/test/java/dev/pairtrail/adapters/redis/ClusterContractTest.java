package dev.pairtrail.adapters.redis;

import dev.pairtrail.portcontracts.EventStoreContract;
import dev.pairtrail.portcontracts.StoreUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Redis in a Cluster keeps what every store promises, with every append confirmed by a replica. */
final class ClusterContractTest extends EventStoreContract {
  private static RedisCluster cluster;

  @BeforeAll
  static void start() {
    cluster = RedisCluster.start();
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Override
  protected StoreUnderTest open() {
    return new RedisUnderTest(cluster.uri(), new Durability.Replicated(1));
  }
}
