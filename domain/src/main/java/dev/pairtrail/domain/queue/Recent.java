package dev.pairtrail.domain.queue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The last so many of what has ended, so that it can still be asked for; the oldest is forgotten.
 */
final class Recent<K, V> {
  private final Map<K, V> entries = new LinkedHashMap<>();
  private final int limit;
  private final Consumer<V> onForget;

  Recent(int limit, Consumer<V> onForget) {
    this.limit = limit;
    this.onForget = onForget;
  }

  void put(K key, V value) {
    entries.put(key, value);
    if (entries.size() > limit) {
      var oldest = entries.entrySet().iterator();
      onForget.accept(oldest.next().getValue());
      oldest.remove();
    }
  }

  @Nullable V get(K key) {
    return entries.get(key);
  }

  /** The oldest first. */
  Collection<V> values() {
    return entries.values();
  }

  /** By key, the oldest first. */
  Map<K, V> all() {
    return entries;
  }

  @Nullable V remove(K key) {
    return entries.remove(key);
  }
}
