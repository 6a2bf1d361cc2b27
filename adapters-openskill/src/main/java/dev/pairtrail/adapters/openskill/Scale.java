package dev.pairtrail.adapters.openskill;

import dev.pairtrail.domain.rules.Rating;
import dev.pairtrail.domain.rules.RatingSpec;
import java.util.Optional;

/**
 * Between the ratings of a queue and those of OpenSkill, whose players begin at {@value #MEAN} with
 * a deviation of {@link #DEVIATION}.
 */
record Scale(RatingSpec spec) {
  static final double MEAN = 25;
  static final double DEVIATION = MEAN / 3;

  /** How much a player's form varies from game to game. */
  static final double BETA = DEVIATION / 2;

  /** What is forgotten of a player before each game, so that ratings never freeze. */
  private static final double TAU = DEVIATION / 100;

  /** So that the last bit of a machine's arithmetic does not show. */
  private static final double DIGITS = 1e9;

  double mu(Rating rating) {
    return MEAN + (rating.mean() - spec.mean()) / factor();
  }

  double sigma(Rating rating) {
    return Math.hypot(rating.deviation() / factor(), TAU);
  }

  /** The rating that these are; empty where the numbers are beyond what can be rated. */
  Optional<Rating> rating(double mu, double sigma) {
    double mean = spec.mean() + (rounded(mu) - MEAN) * factor();
    double deviation = rounded(sigma) * factor();
    return Double.isFinite(mean) && Double.isFinite(deviation) && deviation > 0
        ? Optional.of(new Rating(mean, deviation))
        : Optional.empty();
  }

  private static double rounded(double value) {
    return Math.rint(value * DIGITS) / DIGITS;
  }

  private double factor() {
    return spec.deviation() / DEVIATION;
  }
}
