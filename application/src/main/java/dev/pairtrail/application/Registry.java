package dev.pairtrail.application;

import dev.pairtrail.application.engine.QueueRuntime;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RoomId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The queues of this instance. */
record Registry(Map<QueueName, QueueRuntime> byName) {

  Optional<QueueRuntime> find(QueueName name) {
    return Optional.ofNullable(byName.get(name));
  }

  Collection<QueueRuntime> all() {
    return byName.values();
  }

  /** The queue that the room belongs to. */
  Optional<QueueRuntime> of(RoomId room) {
    return all().stream()
        .filter(queue -> queue.ask(state -> state.room(room)).isPresent())
        .findFirst()
        .or(() ->
            all().stream()
                .filter(queue -> queue.find(state -> state.room(room)).isPresent())
                .findFirst());
  }
}
