package dev.pairtrail.bootstrap;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** Writes numbers for people. */
final class Amount {
  private static final String NONE = "-";
  private static final double SECOND = 1_000;
  private static final double MINUTE = 60 * SECOND;
  private static final double HOUR = 60 * MINUTE;

  private Amount() {}

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** To one place after the point, which is left out where it is 0. */
  static String number(double number) {
    String text = String.format(Locale.ROOT, "%,.1f", number);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** A duration in the largest unit that it fills. */
  static String millis(double millis) {
    if (millis < SECOND) {
      return number(millis) + " ms";
    }
    if (millis < MINUTE) {
      return number(millis / SECOND) + " s";
    }
    return millis < HOUR ? number(millis / MINUTE) + " min" : number(millis / HOUR) + " h";
  }

  /** A dash where there is none. */
  static String or(OptionalDouble number, DoubleFunction<String> written) {
    return number.isPresent() ? written.apply(number.getAsDouble()) : NONE;
  }
}
