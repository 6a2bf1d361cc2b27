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
  public record Normal(double mean, double deviation) implements Ratings {
    @Override
    public String toString() {
      return "normal(" + number(mean) + "," + number(deviation) + ")";
    }
  }

  /** All between two are as likely. */
  public record Uniform(double from, double to) implements Ratings {
    @Override
    public String toString() {
      return "uniform(" + number(from) + "," + number(to) + ")";
    }
  }

  /** Without a point where it is whole. */
  static String number(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
