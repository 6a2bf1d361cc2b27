package dev.pairtrail.domain.rules;

/**
 * From a least to a greatest number, both among them.
 *
 * @param min not more than {@code max}; may be negative infinity
 * @param max may be infinity
 */
public record Span(double min, double max) {
  public boolean contains(double value) {
    return value >= min && value <= max;
  }

  public boolean contains(Span other) {
    return other.min >= min && other.max <= max;
  }
}
