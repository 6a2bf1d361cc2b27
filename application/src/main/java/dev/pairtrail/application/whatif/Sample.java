package dev.pairtrail.application.whatif;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Numbers of one kind, sorted. Immutable. */
public final class Sample {
  private final double[] sorted;

  private Sample(double[] sorted) {
    this.sorted = sorted;
  }

  static Sample of(DoubleStream numbers) {
    double[] sorted = numbers.toArray();
    Arrays.sort(sorted);
    return new Sample(sorted);
  }

  public int size() {
    return sorted.length;
  }

  /** The number of this rank, 0 the least. */
  public double get(int rank) {
    return sorted[rank];
  }

  /** The least number that so many percent are not above; empty if there is none. */
  public OptionalDouble percentile(double percent) {
    if (sorted.length == 0) {
      return OptionalDouble.empty();
    }
    int rank = (int) Math.ceil(sorted.length * percent / 100);
    return OptionalDouble.of(sorted[Math.clamp(rank - 1L, 0, sorted.length - 1)]);
  }
}
