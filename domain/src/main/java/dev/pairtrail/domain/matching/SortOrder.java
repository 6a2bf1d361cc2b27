package dev.pairtrail.domain.matching;

import java.util.Comparator;
import java.util.function.ToIntFunction;

/**
 * An order of elements by a number that each has, and among those of one number by a comparator.
 *
 * @param key never greater for the lesser of two elements
 * @param keyed whether the numbers tell elements apart at all, so that they are worth keeping
 */
record SortOrder<T>(ToIntFunction<T> key, Comparator<T> order, boolean keyed) {
  static <T> SortOrder<T> by(ToIntFunction<T> key, Comparator<T> order) {
    return new SortOrder<>(key, order, true);
  }

  static <T> SortOrder<T> by(Comparator<T> order) {
    return new SortOrder<>(_ -> 0, order, false);
  }

  int keyOf(T item) {
    return key.applyAsInt(item);
  }

  int compare(T one, T other) {
    return order.compare(one, other);
  }
}
