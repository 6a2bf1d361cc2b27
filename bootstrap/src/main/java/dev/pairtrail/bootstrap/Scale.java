package dev.pairtrail.bootstrap;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * An axis from 0 to a round number, with marks at round ones.
 *
 * @param step between two marks
 * @param count of steps
 */
record Scale(double step, int count) {

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

  double end() {
    return step * count;
  }

  Stream<Double> marks() {
    return Stream.iterate(0, i -> i <= count, i -> i + 1).map(i -> i * step);
  }
}
