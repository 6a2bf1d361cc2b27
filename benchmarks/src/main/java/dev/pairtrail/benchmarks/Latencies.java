package dev.pairtrail.benchmarks;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Latencies of one kind, in microseconds and to three digits. Thread-safe. */
final class Latencies {
  private static final long LONGEST = TimeUnit.MINUTES.toMicros(2);
  private static final int DIGITS = 3;
  private static final double MICROS_PER_MILLI = 1_000;

  private final Histogram histogram = new ConcurrentHistogram(LONGEST, DIGITS);

  /** In milliseconds. */
  record Summary(long count, double p50, double p95, double p99, double max) {}

  /** Records the time from one moment to another, both in nanoseconds. */
  void record(long from, long to) {
    histogram.recordValue(Math.clamp(TimeUnit.NANOSECONDS.toMicros(to - from), 0, LONGEST));
  }

  Summary summary() {
    return new Summary(
        histogram.getTotalCount(),
        percentile(50),
        percentile(95),
        percentile(99),
        histogram.getMaxValue() / MICROS_PER_MILLI);
  }

  private double percentile(double percentile) {
    return histogram.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
  }
}
