package dev.pairtrail.domain.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A sorted set in blocks of an array each, as the leaves of a B-tree: a million elements cost
 * little more than their references, and a step to a neighbour is a step in an array. Not
 * thread-safe; a cursor is valid until the next change.
 */
final class SortedBlocks<T> implements Iterable<T> {
  private static final int CAPACITY = 512;
  private static final int FIRST_CAPACITY = 8;

  private final Comparator<? super T> order;
  private final List<Block<T>> blocks = new ArrayList<>();

  /** The last element of each block, so that to find a block touches no other memory. */
  private final List<T> lasts = new ArrayList<>();

  private int size;

  SortedBlocks(Comparator<? super T> order) {
    this.order = order;
  }

  private static final class Block<T> {
    private @Nullable Object[] items = new @Nullable Object[FIRST_CAPACITY];
    private int count;

    @SuppressWarnings({"unchecked", "NullAway"}) // Below count there are elements alone.
    T get(int index) {
      return (T) items[index];
    }

    T last() {
      return get(count - 1);
    }

    void insert(int index, T item) {
      if (count == items.length) {
        items = Arrays.copyOf(items, Math.min(CAPACITY, count * 2));
      }
      System.arraycopy(items, index, items, index + 1, count - index);
      items[index] = item;
      count++;
    }

    void remove(int index) {
      System.arraycopy(items, index + 1, items, index, count - index - 1);
      items[--count] = null;
    }

    Block<T> splitOff(int from) {
      Block<T> rest = new Block<>();
      rest.items = Arrays.copyOf(Arrays.copyOfRange(items, from, count), CAPACITY);
      rest.count = count - from;
      Arrays.fill(items, from, count, null);
      count = from;
      return rest;
    }
  }

  /** Stands between two elements, or at an end. */
  final class Cursor {
    private int block;
    private int index;

    private Cursor(int block, int index) {
      this.block = block;
      this.index = index;
    }

    /** The element after it; null at the end. */
    @Nullable T after() {
      return block < blocks.size() ? blocks.get(block).get(index) : null;
    }

    /** The element before it; null at the beginning. */
    @Nullable T before() {
      if (index > 0) {
        return blocks.get(block).get(index - 1);
      }
      return block > 0 ? blocks.get(block - 1).last() : null;
    }

    void forward() {
      index++;
      if (index == blocks.get(block).count) {
        block++;
        index = 0;
      }
    }

    void back() {
      if (index == 0) {
        block--;
        index = blocks.get(block).count;
      }
      index--;
    }
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Adds an element unless one that compares equal is there. */
  boolean add(T item) {
    if (blocks.isEmpty()) {
      blocks.add(new Block<>());
      blocks.getFirst().insert(0, item);
      lasts.add(item);
      size++;
      return true;
    }
    int at = Math.min(blockOf(item), blocks.size() - 1);
    Block<T> block = blocks.get(at);
    int index = indexIn(block, item);
    if (index < block.count && order.compare(block.get(index), item) == 0) {
      return false;
    }
    insert(at, index, item);
    size++;
    return true;
  }

  /** A full block is split; one that grows at its end keeps nearly all, as times only grow. */
  private void insert(int at, int index, T item) {
    Block<T> block = blocks.get(at);
    if (block.count < CAPACITY) {
      block.insert(index, item);
      lasts.set(at, block.last());
      return;
    }
    boolean atEnd = at == blocks.size() - 1 && index == CAPACITY;
    Block<T> rest = block.splitOff(atEnd ? CAPACITY - 1 : CAPACITY / 2);
    if (index > block.count) {
      rest.insert(index - block.count, item);
    } else {
      block.insert(index, item);
    }
    blocks.add(at + 1, rest);
    lasts.set(at, block.last());
    lasts.add(at + 1, rest.last());
  }

  /** Removes the element that compares equal to this; null if there is none. */
  @Nullable T remove(T item) {
    int at = blockOf(item);
    if (at == blocks.size()) {
      return null;
    }
    Block<T> block = blocks.get(at);
    int index = indexIn(block, item);
    T found = block.get(index);
    if (order.compare(found, item) != 0) {
      return null;
    }
    block.remove(index);
    size--;
    shrink(at);
    return found;
  }

  private void shrink(int at) {
    Block<T> block = blocks.get(at);
    if (block.count == 0) {
      drop(at);
      return;
    }
    lasts.set(at, block.last());
    if (at > 0 && block.count + blocks.get(at - 1).count <= CAPACITY / 2) {
      Block<T> target = blocks.get(at - 1);
      for (int i = 0; i < block.count; i++) {
        target.insert(target.count, block.get(i));
      }
      lasts.set(at - 1, target.last());
      drop(at);
    }
  }

  private void drop(int at) {
    blocks.remove(at);
    lasts.remove(at);
  }

  /** The first; null if there is none. */
  @Nullable T first() {
    return blocks.isEmpty() ? null : blocks.getFirst().get(0);
  }

  /**
   * Removes the first.
   *
   * @throws NoSuchElementException if there is none
   */
  T removeFirst() {
    T first = first();
    if (first == null) {
      throw new NoSuchElementException();
    }
    blocks.getFirst().remove(0);
    size--;
    shrink(0);
    return first;
  }

  /** Stands before the first element that is not less than this. */
  Cursor at(T item) {
    int at = blockOf(item);
    return new Cursor(at, at == blocks.size() ? 0 : indexIn(blocks.get(at), item));
  }

  /** The elements that are not less than this, in order. */
  Iterator<T> from(T item) {
    return iterator(at(item));
  }

  @Override
  public Iterator<T> iterator() {
    return iterator(new Cursor(0, 0));
  }

  private Iterator<T> iterator(Cursor cursor) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return cursor.after() != null;
      }

      @Override
      public T next() {
        T next = cursor.after();
        if (next == null) {
          throw new NoSuchElementException();
        }
        cursor.forward();
        return next;
      }
    };
  }

  /** The first block whose last element is not less. */
  private int blockOf(T item) {
    int low = 0;
    int high = blocks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (order.compare(lasts.get(middle), item) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int indexIn(Block<T> block, T item) {
    int low = 0;
    int high = block.count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (order.compare(block.get(middle), item) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
