package dev.pairtrail.bootstrap;

import dev.pairtrail.adapters.archive.ExportedStore;
import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.adapters.redis.RedisEventStore;
import dev.pairtrail.application.port.EventStore;
import dev.pairtrail.domain.QueueName;
import java.time.InstantSource;
import java.util.Map;

/** Opens what a store choice names. */
final class Stores {
  private Stores() {}

  /**
   * Opens a store.
   *
   * @param keys of the queues that do not have the default one
   */
  static EventStore open(StoreChoice choice, Map<QueueName, String> keys) {
    return switch (choice) {
      case StoreChoice.Memory() -> new MemoryEventStore(InstantSource.system());
      case StoreChoice.Exported(var file) -> ExportedStore.read(file);
      case StoreChoice.Redis redis ->
          new RedisEventStore(
              redis.uri(),
              queue -> keys.getOrDefault(queue, RedisEventStore.defaultKey(queue)),
              redis.durability());
    };
  }
}
