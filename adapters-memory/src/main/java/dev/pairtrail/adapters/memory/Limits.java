package dev.pairtrail.adapters.memory;

import java.time.Duration;

/** What the ports allow to be asked for. */
final class Limits {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private Limits() {}

  static void requireLimit(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a limit must be at least 1, not " + limit);
    }
  }

  static void requireWait(Duration wait) {
    if (!wait.isPositive() || wait.compareTo(LONGEST_WAIT) > 0) {
      throw new IllegalArgumentException(
          "a wait must be more than zero and at most " + LONGEST_WAIT + ", not " + wait);
    }
  }
}
