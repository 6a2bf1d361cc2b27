package dev.pairtrail.adapters.memory;

import dev.pairtrail.application.port.EventStore;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.portcontracts.EventStoreContract;
import dev.pairtrail.portcontracts.StoreUnderTest;
import java.time.InstantSource;
import java.util.Map;

/** The memory store does what every store must. */
class MemoryEventStoreContractTest extends EventStoreContract {
  @Override
  protected StoreUnderTest open() {
    return new InMemory(new MemoryEventStore(InstantSource.system()));
  }

  private record InMemory(MemoryEventStore memory) implements StoreUnderTest {
    @Override
    public EventStore store() {
      return memory;
    }

    @Override
    public int mostMissed() {
      return MemoryEventStore.DEFAULT_MOST_MISSED;
    }

    @Override
    public void trim(QueueName queue, int keep) {
      memory.trim(queue, keep);
    }

    @Override
    public void appendForeign(QueueName queue, Event event) {
      memory.appendForeign(queue, event);
    }

    @Override
    public void appendUnreadable(QueueName queue, Map<String, String> fields) {
      memory.appendUnreadable(queue, fields);
    }

    @Override
    public void removeGroup(QueueName queue, String group) {
      memory.removeGroup(queue, group);
    }

    @Override
    public void deleteAll(QueueName queue) {
      memory.deleteAll(queue);
    }

    @Override
    public void spoilSnapshot(QueueName queue) {
      memory.spoilSnapshot(queue);
    }

    @Override
    public void close() {}
  }
}
