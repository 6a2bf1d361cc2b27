package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.rules.Limit;
import java.util.function.ToDoubleFunction;

/** A limit as numbers, to be looked up without allocating. */
final class Steps {
  /** Milliseconds of wait from which on the limit of the same place holds, rising. */
  private final long[] after;

  private final double[] limits;

  private Steps(long[] after, double[] limits) {
    this.after = after;
    this.limits = limits;
  }

  /**
   * @param number the number of a limit
   * @param none stands for a limit on which nobody insists any longer
   */
  static <L> Steps of(Limit<L> limit, ToDoubleFunction<L> number, double none) {
    int steps = limit.expand().size();
    int end = limit.optionalAfter().isPresent() ? 1 : 0;
    long[] after = new long[1 + steps + end];
    double[] limits = new double[1 + steps + end];
    limits[0] = number.applyAsDouble(limit.first());
    for (int i = 0; i < steps; i++) {
      Limit.Step<L> step = limit.expand().get(i);
      after[1 + i] = step.after().toMillis();
      limits[1 + i] = number.applyAsDouble(step.limit());
    }
    limit
        .optionalAfter()
        .ifPresent(wait -> {
          after[steps + 1] = wait.toMillis();
          limits[steps + 1] = none;
        });
    return new Steps(after, limits);
  }

  /** The limit after so many milliseconds of wait. */
  double at(long wait) {
    int i = after.length - 1;
    while (i > 0 && after[i] > wait) {
      i--;
    }
    return limits[i];
  }
}
