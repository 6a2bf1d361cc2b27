package dev.pairtrail.faults.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pairtrail.adapters.redis.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Many instances in one process on one real Redis, each with clients of its own, while one after
 * the other is restarted. A line of figures goes to {@code target/faults.txt}; {@code -Dfaults=all}
 * tries more instances.
 */
final class CrowdTest {
  private static final int TIMES = 20;
  private static final int COMMANDS = 6_000;
  private static final Duration SOON = Duration.ofSeconds(60);

  private static IntStream sizes() {
    boolean all = System.getProperty("pairtrail.faults", "quick").equals("all");
    return all ? IntStream.of(2, 4, 8) : IntStream.of(4);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void nobodyStarves(int size) throws IOException, InterruptedException {
    try (RedisServer redis = RedisServer.start();
        Crowd crowd = new Crowd(size, redis.uri())) {
      crowd.come();
      for (int i = 0; i < size; i++) {
        int soFar = (i + 1) * COMMANDS / (size + 1);
        await().atMost(SOON).until(() -> crowd.acknowledged() > soFar);
        crowd.restart(i);
      }
      await().atMost(SOON).until(() -> crowd.acknowledged() > COMMANDS);
      Duration fresh = crowd.knownElsewhereWithin(TIMES);
      crowd.leave();
      await().atMost(SOON).untilAsserted(() -> assertThat(crowd.violations()).isEmpty());
      List<Long> shares = crowd.shares();
      long fair = shares.stream().mapToLong(share -> share).sum() / size;
      assertThat(shares).allSatisfy(share -> assertThat(share).isGreaterThan(fair / 5));
      report(size, crowd, fresh);
    }
  }

  private static void report(int size, Crowd crowd, Duration fresh) throws IOException {
    Files.writeString(
        Path.of("target", "faults.txt"),
        "%d instances: %s, known elsewhere within %d ms%n".formatted(size, crowd, fresh.toMillis()),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
