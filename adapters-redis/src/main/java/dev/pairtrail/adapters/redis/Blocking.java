package dev.pairtrail.adapters.redis;

import dev.pairtrail.application.port.Limits;
import io.lettuce.core.XReadArgs;
import java.time.Duration;

/** The arguments of a read that blocks. */
final class Blocking {
  private static final Duration SHORTEST = Duration.ofMillis(1);

  private Blocking() {}

  /** To Redis no millisecond at all means for ever. */
  static XReadArgs read(int limit, Duration wait) {
    Limits.requireLimit(limit);
    Limits.requireWait(wait);
    Duration block = wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait;
    return XReadArgs.Builder.block(block).count(limit);
  }
}
