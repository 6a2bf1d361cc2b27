package dev.pairtrail.adapters.redis;

import dev.pairtrail.portcontracts.EventStoreContract;
import dev.pairtrail.portcontracts.StoreUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * Redis behind Sentinel keeps what every store promises, with every append confirmed by a replica.
 */
final class SentinelContractTest extends EventStoreContract {
  private static SentinelGroup group;

  @BeforeAll
  static void start() {
    group = SentinelGroup.start();
  }

  @AfterAll
  static void stop() {
    group.close();
  }

  @Override
  protected StoreUnderTest open() {
    return new RedisUnderTest(group.uri(), new Durability.Replicated(1));
  }
}
