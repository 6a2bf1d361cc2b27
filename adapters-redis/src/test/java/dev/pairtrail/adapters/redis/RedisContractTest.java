package dev.pairtrail.adapters.redis;

import dev.pairtrail.portcontracts.EventStoreContract;
import dev.pairtrail.portcontracts.StoreUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Redis keeps what every store promises. */
final class RedisContractTest extends EventStoreContract {
  private static RedisServer server;

  @BeforeAll
  static void startServer() {
    server = RedisServer.start();
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Override
  protected StoreUnderTest open() {
    return new RedisUnderTest(server);
  }
}
