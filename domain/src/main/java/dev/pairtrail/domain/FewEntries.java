package dev.pairtrail.domain;

import java.util.AbstractList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An unmodifiable map of a few entries in the order in which they were given, in one array: a
 * million tickets are made of these, and a hash table weighs five times as much. A key is searched
 * for from the first on.
 */
public final class FewEntries<K, V> implements Map<K, V> {
  private static final FewEntries<?, ?> NONE = new FewEntries<>(new Object[0]);

  private final Object[] keysAndValues;

  private FewEntries(Object[] keysAndValues) {
    this.keysAndValues = keysAndValues;
  }

  /** The same entries; the same map if it is one of these. */
  @SuppressWarnings("unchecked") // It has no entry that could be of another type.
  public static <K, V> FewEntries<K, V> copyOf(Map<K, V> map) {
    if (map instanceof FewEntries<K, V> few) {
      return few;
    }
    if (map.isEmpty()) {
      return (FewEntries<K, V>) NONE;
    }
    Object[] keysAndValues = new Object[map.size() * 2];
    int next = 0;
    for (Entry<K, V> entry : map.entrySet()) {
      keysAndValues[next++] = entry.getKey();
      keysAndValues[next++] = entry.getValue();
    }
    return new FewEntries<>(keysAndValues);
  }

  /** With another value for a key that has one; the same map if it has none. */
  public FewEntries<K, V> with(K key, V value) {
    int index = indexOf(key);
    if (index < 0) {
      return this;
    }
    Object[] changed = keysAndValues.clone();
    changed[index * 2 + 1] = value;
    return new FewEntries<>(changed);
  }

  private int indexOf(@Nullable Object key) {
    for (int i = 0; i < size(); i++) {
      if (keysAndValues[i * 2].equals(key)) {
        return i;
      }
    }
    return -1;
  }

  @SuppressWarnings("unchecked") // A value follows each key.
  private K key(int index) {
    return (K) keysAndValues[index * 2];
  }

  @SuppressWarnings("unchecked") // A value follows each key.
  private V value(int index) {
    return (V) keysAndValues[index * 2 + 1];
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    int index = indexOf(key);
    return index < 0 ? null : value(index);
  }

  @Override
  public void forEach(BiConsumer<? super K, ? super V> action) {
    for (int i = 0; i < size(); i++) {
      action.accept(key(i), value(i));
    }
  }

  private Map<K, V> copy() {
    Map<K, V> copy = LinkedHashMap.newLinkedHashMap(size());
    forEach(copy::put);
    return copy;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return indexOf(key) >= 0;
  }

  @Override
  public boolean containsValue(@Nullable Object value) {
    return values().contains(value);
  }

  @Override
  public int size() {
    return keysAndValues.length / 2;
  }

  @Override
  public boolean isEmpty() {
    return size() == 0;
  }

  /** A copy. */
  @Override
  public Set<Entry<K, V>> entrySet() {
    return Collections.unmodifiableMap(copy()).entrySet();
  }

  /** A copy. */
  @Override
  public Set<K> keySet() {
    return Collections.unmodifiableMap(copy()).keySet();
  }

  @Override
  public Collection<V> values() {
    return new Values();
  }

  private final class Values extends AbstractList<V> {
    @Override
    public V get(int index) {
      return value(index);
    }

    @Override
    public int size() {
      return FewEntries.this.size();
    }
  }

  @Override
  public @Nullable V put(K key, V value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public @Nullable V remove(@Nullable Object key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> map) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void clear() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object == this || copy().equals(object);
  }

  @Override
  public int hashCode() {
    return copy().hashCode();
  }

  @Override
  public String toString() {
    return copy().toString();
  }
}
