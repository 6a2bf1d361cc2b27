package dev.pairtrail.domain.matching;

import java.util.Comparator;
import java.util.function.ToLongFunction;

/**
 * An order of elements by a number that each has, and among those of one number by a comparator.
 *
 * @param key never greater for the lesser of two elements
 */
record SortOrder<T>(ToLongFunction<T> key, Comparator<T> order) {
  long keyOf(T item) {
    return key.applyAsLong(item);
  }

  int compare(T one, T other) {
    return order.compare(one, other);
  }
}
