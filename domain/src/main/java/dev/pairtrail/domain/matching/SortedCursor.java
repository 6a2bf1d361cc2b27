package dev.pairtrail.domain.matching;

import org.jspecify.annotations.Nullable;

/** Stands between two elements of a sorted collection, or at an end; valid until that changes. */
interface SortedCursor<T> {
  /** Another one at the same place. */
  SortedCursor<T> copy();

  /** The element after it; null at the end. */
  @Nullable T after();

  /** The element before it; null at the beginning. */
  @Nullable T before();

  /** Steps over the element after it; there must be one. */
  void forward();

  /** Steps over the element before it; there must be one. */
  void back();
}
