package dev.pairtrail.application.port;

import java.time.Duration;

/** What the ports allow to be asked for; every store checks it. */
public final class Limits {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private Limits() {}

  /**
   * Requires a number of entries to be 1 or more.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static void requireLimit(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a limit must be at least 1, not " + limit);
    }
  }

  /**
   * Requires a wait to be more than zero and at most two seconds: one that outlasts the timeout of
   * a connection would look like a store that is away.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static void requireWait(Duration wait) {
    if (!wait.isPositive() || wait.compareTo(LONGEST_WAIT) > 0) {
      throw new IllegalArgumentException(
          "a wait must be more than zero and at most " + LONGEST_WAIT + ", not " + wait);
    }
  }
}
