package dev.pairtrail.bootstrap;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * An axis from 0 to a round number, with marks at round ones.
 *
 * @param step between two marks
 * @param count of steps
 */
record Scale(double step, int count) {
  private static final long[] TIMES = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400
  };

  /** The closest round steps that reach a number; at least one, which is then 1. */
  static Scale upTo(double most, int steps) {
    if (!(most > 0)) {
      return new Scale(1, 1);
    }
    double magnitude = Math.pow(10, Math.floor(Math.log10(most / steps)));
    double step =
        DoubleStream.of(1, 2, 5, 10)
            .map(factor -> factor * magnitude)
            .filter(candidate -> candidate * steps >= most)
            .findFirst()
            .orElse(10 * magnitude);
    return new Scale(step, (int) Math.ceil(most / step));
  }

  /** The same of a time in milliseconds, in steps of whole seconds, minutes, hours or days. */
  static Scale ofMillis(double most, int steps) {
    OptionalLong step =
        LongStream.of(TIMES)
            .map(TimeUnit.SECONDS::toMillis)
            .filter(t -> t * steps >= most)
            .findFirst();
    return most < TimeUnit.SECONDS.toMillis(steps) || step.isEmpty()
        ? upTo(most, steps)
        : new Scale(step.getAsLong(), (int) Math.ceil(most / step.getAsLong()));
  }

  double end() {
    return step * count;
  }

  Stream<Double> marks() {
    return Stream.iterate(0, i -> i <= count, i -> i + 1).map(i -> i * step);
  }
}
