package dev.pairtrail.domain.why;

import java.util.OptionalDouble;

/**
 * What a rule measured of two tickets.
 *
 * @param value empty where the rule measures no number, or one of them has none
 * @param limit of the ticket that was asked for, at its wait; empty where it does not insist
 * @param otherLimit of the other one
 */
public record Figures(OptionalDouble value, OptionalDouble limit, OptionalDouble otherLimit) {
  static final Figures NONE =
      new Figures(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

  static Figures of(double value, double limit, double otherLimit) {
    return new Figures(number(value), number(limit), number(otherLimit));
  }

  private static OptionalDouble number(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
