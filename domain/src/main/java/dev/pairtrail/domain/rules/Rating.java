package dev.pairtrail.domain.rules;

/**
 * What is thought of a player's skill.
 *
 * @param mean the most likely value, finite
 * @param deviation how uncertain that is, more than 0
 */
public record Rating(double mean, double deviation) {
  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  public Rating {
    if (!Double.isFinite(mean) || !Double.isFinite(deviation) || !(deviation > 0)) {
      throw new IllegalArgumentException("a rating is finite and its deviation more than 0");
    }
  }
}
