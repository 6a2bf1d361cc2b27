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

  private final SortOrder<? super T> order;
  private long[] keys;
  private @Nullable Object[] items;
  private int count;

  SortedBlock(SortOrder<? super T> order) {
    this(order, new long[FIRST_CAPACITY], new @Nullable Object[FIRST_CAPACITY], 0);
  }

  private SortedBlock(
      SortOrder<? super T> order, long[] keys, @Nullable Object[] items, int count) {
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

  long lastKey() {
    return keys[count - 1];
  }

  /** The first element that is not less than this one of this key. */
  int indexOf(long key, T item) {
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

  private boolean isLess(int index, long key, T item) {
    return keys[index] != key ? keys[index] < key : order.compare(get(index), item) < 0;
  }

  /** Whether all elements are less than this one of this key. */
  boolean endsBefore(long key, T item) {
    return isLess(count - 1, key, item);
  }

  /** Whether the element at a place compares equal to this one of this key. */
  boolean has(int index, long key, T item) {
    return index < count && keys[index] == key && order.compare(get(index), item) == 0;
  }

  void insert(int index, long key, T item) {
    if (count == items.length) {
      int capacity = Math.min(CAPACITY, count * 2);
      keys = Arrays.copyOf(keys, capacity);
      items = Arrays.copyOf(items, capacity);
    }
    System.arraycopy(keys, index, keys, index + 1, count - index);
    System.arraycopy(items, index, items, index + 1, count - index);
    keys[index] = key;
    items[index] = item;
    count++;
  }

  void remove(int index) {
    System.arraycopy(keys, index + 1, keys, index, count - index - 1);
    System.arraycopy(items, index + 1, items, index, count - index - 1);
    items[--count] = null;
  }

  SortedBlock<T> splitOff(int from) {
    SortedBlock<T> rest =
        new SortedBlock<>(
            order,
            Arrays.copyOf(Arrays.copyOfRange(keys, from, count), CAPACITY),
            Arrays.copyOf(Arrays.copyOfRange(items, from, count), CAPACITY),
            count - from);
    Arrays.fill(items, from, count, null);
    count = from;
    return rest;
  }

  /** Takes over the elements of the one that follows. */
  void append(SortedBlock<T> next) {
    for (int i = 0; i < next.count; i++) {
      insert(count, next.keys[i], next.get(i));
    }
  }
}
