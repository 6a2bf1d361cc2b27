package dev.pairtrail.domain.matching;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A part of {@link SortedBlocks}: some elements in order, beside the number that each is compared
 * by first. A search reads the numbers, which lie together, and hardly an element.
 */
final class SortedBlock<T> {
  static final int CAPACITY = 512;
  private static final int FIRST_CAPACITY = 8;

  /** A block grows by so many, as with a million elements every place that is free counts. */
  private static final int STEP = 16;

  private static final int[] NO_KEYS = {};

  private final SortOrder<? super T> order;
  private int[] keys;
  private @Nullable Object[] items;
  private int count;

  SortedBlock(SortOrder<? super T> order) {
    this(
        order,
        order.keyed() ? new int[FIRST_CAPACITY] : NO_KEYS,
        new @Nullable Object[FIRST_CAPACITY],
        0);
  }

  private SortedBlock(SortOrder<? super T> order, int[] keys, @Nullable Object[] items, int count) {
    this.order = order;
    this.keys = keys;
    this.items = items;
    this.count = count;
  }

  int count() {
    return count;
  }

  boolean isFull() {
    return count == CAPACITY;
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // Below count there are elements alone.
  T get(int index) {
    return (T) items[index];
  }

  T last() {
    return get(count - 1);
  }

  private int keyAt(int index) {
    return order.keyed() ? keys[index] : 0;
  }

  int lastKey() {
    return keyAt(count - 1);
  }

  /** The first element that is not less than this one of this key. */
  int indexOf(int key, T item) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isLess(middle, key, item)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean isLess(int index, int key, T item) {
    int own = keyAt(index);
    return own != key ? own < key : order.compare(get(index), item) < 0;
  }

  /** Whether all elements are less than this one of this key. */
  boolean endsBefore(int key, T item) {
    return isLess(count - 1, key, item);
  }

  /** Whether the element at a place compares equal to this one of this key. */
  boolean has(int index, int key, T item) {
    return index < count && keyAt(index) == key && order.compare(get(index), item) == 0;
  }

  void insert(int index, int key, T item) {
    if (count == items.length) {
      resize(Math.min(CAPACITY, count < STEP ? count * 2 : count + STEP));
    }
    System.arraycopy(items, index, items, index + 1, count - index);
    items[index] = item;
    if (order.keyed()) {
      System.arraycopy(keys, index, keys, index + 1, count - index);
      keys[index] = key;
    }
    count++;
  }

  private void resize(int capacity) {
    items = Arrays.copyOf(items, capacity);
    if (order.keyed()) {
      keys = Arrays.copyOf(keys, capacity);
    }
  }

  void remove(int index) {
    System.arraycopy(items, index + 1, items, index, count - index - 1);
    if (order.keyed()) {
      System.arraycopy(keys, index + 1, keys, index, count - index - 1);
    }
    items[--count] = null;
  }

  /** Takes out what comes from a place on. */
  SortedBlock<T> splitOff(int from) {
    SortedBlock<T> rest =
        new SortedBlock<>(
            order,
            order.keyed() ? Arrays.copyOfRange(keys, from, count) : NO_KEYS,
            Arrays.copyOfRange(items, from, count),
            count - from);
    Arrays.fill(items, from, count, null);
    count = from;
    if (from <= CAPACITY / 2) {
      resize(from + STEP);
    }
    return rest;
  }

  /** Takes over the elements of the one that follows. */
  void append(SortedBlock<T> next) {
    for (int i = 0; i < next.count; i++) {
      insert(count, next.keyAt(i), next.get(i));
    }
  }
}
