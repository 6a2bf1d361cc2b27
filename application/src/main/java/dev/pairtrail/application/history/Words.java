package dev.pairtrail.application.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How numbers, times and lists read in a sentence. */
final class Words {
  private static final int NAMED = 3;

  private Words() {}

  /** Whole numbers without a fraction, others with two places at most. */
  static String number(double value) {
    return Double.isInfinite(value)
        ? "any"
        : BigDecimal.valueOf(value)
            .setScale(2, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
  }

  /** Such as {@code 250 ms}, {@code 12.3 s}, {@code 2 min 5 s} or {@code 3 h 20 min}. */
  static String time(Duration duration) {
    long millis = Math.max(0, duration.toMillis());
    if (millis < 1_000) {
      return millis + " ms";
    } else if (millis < 60_000) {
      return number(millis / 1_000.0) + " s";
    }
    long seconds = millis / 1_000;
    return seconds < 3_600
        ? two(seconds / 60, "min", seconds % 60, "s")
        : two(seconds / 3_600, "h", seconds % 3_600 / 60, "min");
  }

  private static String two(long large, String unit, long small, String smallUnit) {
    return large + " " + unit + (small == 0 ? "" : " " + small + " " + smallUnit);
  }

  /** To the millisecond. */
  static String moment(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** Such as {@code a, b and c}. */
  static String and(List<String> items) {
    return items.size() < 2
        ? String.join("", items)
        : String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
  }

  /** All of a few; of many the first and how many more. */
  static String some(List<String> names) {
    return names.size() <= NAMED
        ? and(names)
        : names.getFirst() + " and " + (names.size() - 1) + " others";
  }

  static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
