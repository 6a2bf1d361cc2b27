package dev.pairtrail.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An unmodifiable map of a few entries in the order in which they were given, in one array: a
 * million tickets are made of these, and a hash table weighs five times as much. Its views are
 * copies.
 */
final class FewEntries<V> implements Map<String, V> {
  private final Object[] keysAndValues;

  private FewEntries(Map<String, V> map) {
    keysAndValues = new Object[map.size() * 2];
    int next = 0;
    for (Entry<String, V> entry : map.entrySet()) {
      keysAndValues[next++] = entry.getKey();
      keysAndValues[next++] = entry.getValue();
    }
  }

  static <V> Map<String, V> copyOf(Map<String, V> map) {
    if (map instanceof FewEntries) {
      return map;
    }
    return map.isEmpty() ? Map.of() : new FewEntries<>(map);
  }

  @SuppressWarnings("unchecked") // A value follows each key.
  private V value(int index) {
    return (V) keysAndValues[index * 2 + 1];
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    for (int i = 0; i < size(); i++) {
      if (keysAndValues[i * 2].equals(key)) {
        return value(i);
      }
    }
    return null;
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super V> action) {
    for (int i = 0; i < size(); i++) {
      action.accept((String) keysAndValues[i * 2], value(i));
    }
  }

  private Map<String, V> copy() {
    Map<String, V> copy = LinkedHashMap.newLinkedHashMap(size());
    forEach(copy::put);
    return copy;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null;
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

  @Override
  public Set<Entry<String, V>> entrySet() {
    return Collections.unmodifiableMap(copy()).entrySet();
  }

  @Override
  public Set<String> keySet() {
    return Collections.unmodifiableMap(copy()).keySet();
  }

  @Override
  public Collection<V> values() {
    return Collections.unmodifiableMap(copy()).values();
  }

  @Override
  public @Nullable V put(String key, V value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public @Nullable V remove(@Nullable Object key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void putAll(Map<? extends String, ? extends V> map) {
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
