package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.event.RuleBasis;
import java.util.List;
import java.util.OptionalDouble;

/** What the criteria have in common when they say what they measured. */
final class Measures {
  private Measures() {}

  static RuleBasis basis(String rule, double value, double limit, String detail) {
    return new RuleBasis(rule, number(value), number(limit), detail);
  }

  /** Of players of whom none has what the rule looks at. */
  static RuleBasis nothing(String rule) {
    return basis(rule, Double.NaN, Double.NaN, "");
  }

  private static OptionalDouble number(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** 1 where nothing is used of an upper limit, 0 where all of it is; NaN without a limit. */
  static double slack(double value, double limit) {
    if (Double.isNaN(value) || Double.isInfinite(limit)) {
      return Double.NaN;
    }
    return value <= 0 ? 1 : Math.max(0, 1 - value / limit);
  }

  /** The least of an upper limit over the tickets of a match, each at its own wait. */
  static double least(Steps steps, List<Waiting> match, Moment moment) {
    double least = Double.POSITIVE_INFINITY;
    for (Waiting ticket : match) {
      least = Math.min(least, steps.at(moment.wait(ticket)));
    }
    return least;
  }

  /** The greatest of a lower limit over the tickets of a match, each at its own wait. */
  static double greatest(Steps steps, List<Waiting> match, Moment moment) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (Waiting ticket : match) {
      greatest = Math.max(greatest, steps.at(moment.wait(ticket)));
    }
    return greatest;
  }
}
