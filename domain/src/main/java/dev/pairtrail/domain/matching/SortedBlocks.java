package dev.pairtrail.domain.matching;

import java.util.ArrayList;
import java.util.Arrays;
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
  private static final int FIRST_BLOCKS = 8;

  private final SortOrder<T> order;
  private final List<SortedBlock<T>> blocks = new ArrayList<>();

  /** The key of each block's last element, so that to find a block touches no other memory. */
  private int[] lastKeys = new int[FIRST_BLOCKS];

  private int size;

  SortedBlocks(SortOrder<T> order) {
    this.order = order;
  }

  private final class Cursor implements SortedCursor<T> {
    private int block;
    private int index;

    private Cursor(int block, int index) {
      this.block = block;
      this.index = index;
    }

    @Override
    public SortedCursor<T> copy() {
      return new Cursor(block, index);
    }

    @Override
    public @Nullable T after() {
      return block < blocks.size() ? blocks.get(block).get(index) : null;
    }

    @Override
    public @Nullable T before() {
      if (index > 0) {
        return blocks.get(block).get(index - 1);
      }
      return block > 0 ? blocks.get(block - 1).last() : null;
    }

    @Override
    public void forward() {
      index++;
      if (index == blocks.get(block).count()) {
        block++;
        index = 0;
      }
    }

    @Override
    public void back() {
      if (index == 0) {
        block--;
        index = blocks.get(block).count();
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
    int key = order.keyOf(item);
    if (blocks.isEmpty()) {
      addBlock(0, new SortedBlock<>(order));
      insert(0, 0, key, item);
      size++;
      return true;
    }
    int at = blocks.size() - 1;
    if (!blocks.get(at).endsBefore(key, item)) {
      at = blockOf(key, item);
    }
    SortedBlock<T> block = blocks.get(at);
    int index = block.indexOf(key, item);
    if (block.has(index, key, item)) {
      return false;
    }
    insert(at, index, key, item);
    size++;
    return true;
  }

  /** A full block is split; one that grows at its end keeps nearly all, as times only grow. */
  private void insert(int at, int index, int key, T item) {
    SortedBlock<T> block = blocks.get(at);
    if (!block.isFull()) {
      block.insert(index, key, item);
      noteLast(at);
      return;
    }
    boolean atEnd = at == blocks.size() - 1 && index == block.count();
    SortedBlock<T> rest = block.splitOff(atEnd ? block.count() - 1 : block.count() / 2);
    if (index > block.count()) {
      rest.insert(index - block.count(), key, item);
    } else {
      block.insert(index, key, item);
    }
    noteLast(at);
    addBlock(at + 1, rest);
    noteLast(at + 1);
  }

  private void addBlock(int at, SortedBlock<T> block) {
    if (blocks.size() == lastKeys.length) {
      lastKeys = Arrays.copyOf(lastKeys, 2 * lastKeys.length);
    }
    System.arraycopy(lastKeys, at, lastKeys, at + 1, blocks.size() - at);
    blocks.add(at, block);
  }

  private void noteLast(int at) {
    lastKeys[at] = blocks.get(at).lastKey();
  }

  /** Removes the element that compares equal to this; null if there is none. */
  @Nullable T remove(T item) {
    int key = order.keyOf(item);
    int at = blockOf(key, item);
    if (at == blocks.size()) {
      return null;
    }
    SortedBlock<T> block = blocks.get(at);
    int index = block.indexOf(key, item);
    if (!block.has(index, key, item)) {
      return null;
    }
    T found = block.get(index);
    block.remove(index);
    size--;
    shrink(at);
    return found;
  }

  private void shrink(int at) {
    SortedBlock<T> block = blocks.get(at);
    if (block.count() == 0) {
      drop(at);
      return;
    }
    noteLast(at);
    if (at > 0 && block.count() + blocks.get(at - 1).count() <= SortedBlock.CAPACITY / 2) {
      blocks.get(at - 1).append(block);
      noteLast(at - 1);
      drop(at);
    }
  }

  private void drop(int at) {
    System.arraycopy(lastKeys, at + 1, lastKeys, at, blocks.size() - at - 1);
    blocks.remove(at);
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
  SortedCursor<T> at(T item) {
    int key = order.keyOf(item);
    int at = blockOf(key, item);
    return new Cursor(at, at == blocks.size() ? 0 : blocks.get(at).indexOf(key, item));
  }

  /** The elements that are not less than this, in order. */
  Iterator<T> from(T item) {
    return iterator(at(item));
  }

  @Override
  public Iterator<T> iterator() {
    return iterator(new Cursor(0, 0));
  }

  private Iterator<T> iterator(SortedCursor<T> cursor) {
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

  /** The first block whose last element is not less than this one of this key. */
  private int blockOf(int key, T item) {
    int low = 0;
    int high = blocks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (endsBefore(middle, key, item)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean endsBefore(int at, int key, T item) {
    return lastKeys[at] != key ? lastKeys[at] < key : blocks.get(at).endsBefore(key, item);
  }
}
