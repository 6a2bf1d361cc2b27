package dev.pairtrail.bootstrap;

import dev.pairtrail.domain.rules.DurationText;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A place in a configuration file. It reads the texts below it, and notes each that is missing or
 * does not fit; what it answers then stands in for the real value until all is read.
 *
 * @param path names the place, such as {@code queues.duel.rules[0]}
 */
record FilePlace(String path, List<String> problems) {

  FilePlace below(String key) {
    return new FilePlace(path + "." + key, problems);
  }

  FilePlace item(String list, int index) {
    return new FilePlace(path + "." + list + "[" + index + "]", problems);
  }

  void report(String problem) {
    problems.add(path + ": " + problem);
  }

  /** A text that must be there. */
  String text(String key, Optional<String> given) {
    if (given.isEmpty()) {
      below(key).report("is missing");
    }
    return given.orElse("");
  }

  /** A number that must be there. */
  double number(String key, Optional<String> given) {
    return read(key, Optional.of(text(key, given)), FilePlace::finite).orElse(0.0);
  }

  /** A number, if there is one. */
  Optional<Double> anyNumber(String key, Optional<String> given) {
    return read(key, given, FilePlace::finite);
  }

  /** A whole number that must be there. */
  int whole(String key, Optional<String> given) {
    return read(key, Optional.of(text(key, given)), FilePlace::integer).orElse(0);
  }

  /** A duration that must be there. */
  Duration duration(String key, Optional<String> given) {
    return anyDuration(key, Optional.of(text(key, given))).orElse(Duration.ZERO);
  }

  /** A duration, if there is one. */
  Optional<Duration> anyDuration(String key, Optional<String> given) {
    return read(key, given, DurationText::parse);
  }

  /** One of the names of constants. */
  <E extends Enum<E>> Optional<E> constant(String key, Class<E> type, Optional<String> given) {
    return read(key, given, text -> named(type, text));
  }

  /** What a text stands for; empty where there is none or it does not fit. */
  <T> Optional<T> read(String key, Optional<String> given, Function<String, T> reader) {
    try {
      return given.filter(text -> !text.isEmpty()).map(reader);
    } catch (IllegalArgumentException e) {
      below(key).report(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static Double finite(String text) {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("takes a number, not " + text, e);
    }
    throw new IllegalArgumentException("takes a finite number, not " + text);
  }

  private static Integer integer(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("takes a whole number, not " + text, e);
    }
  }

  private static <E extends Enum<E>> E named(Class<E> type, String text) {
    List<String> names =
        Arrays.stream(type.getEnumConstants()).map(c -> c.name().toLowerCase(Locale.ROOT)).toList();
    int index = names.indexOf(text);
    if (index < 0) {
      throw new IllegalArgumentException("takes " + String.join(", ", names) + ", not " + text);
    }
    return type.getEnumConstants()[index];
  }
}
