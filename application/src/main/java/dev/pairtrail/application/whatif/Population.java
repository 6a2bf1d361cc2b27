package dev.pairtrail.application.whatif;

import java.time.Duration;

/**
 * Players who are made up: single ones, who come at random moments (a Poisson process).
 *
 * @param perSecond how many come in a second on average, more than 0
 * @param lasting how long they come
 * @param seed the same one gives the same players
 */
public record Population(double perSecond, Ratings ratings, Duration lasting, long seed) {
  /** Most players that are made up. */
  public static final long MOST = 5_000_000;

  /**
   * @throws IllegalArgumentException if it is nobody, or too many
   */
  public Population {
    if (!(perSecond > 0) || lasting.isZero()) {
      throw new IllegalArgumentException("nobody comes");
    }
    if (perSecond * lasting.toMillis() / 1000 > MOST) {
      throw new IllegalArgumentException("at most " + MOST + " players are made up");
    }
  }

  /** How their ratings are distributed. */
  public sealed interface Ratings {}

  /** Around a mean. */
  public record Normal(double mean, double deviation) implements Ratings {}

  /** All between two are as likely. */
  public record Uniform(double from, double to) implements Ratings {}
}
