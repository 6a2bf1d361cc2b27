package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.RoomId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The backfills of a queue: the open ones, one for each room at most, and the last that ended. */
final class Backfills {
  private final Map<RoomId, Backfill> open = new LinkedHashMap<>();
  private final Recent<BackfillId, Backfill> ended;

  Backfills(int remembered) {
    ended = new Recent<>(remembered, _ -> {});
  }

  /** The open ones, the oldest first. */
  Collection<Backfill> open() {
    return Collections.unmodifiableCollection(open.values());
  }

  /** The last that ended, the oldest first. */
  Collection<Backfill> ended() {
    return Collections.unmodifiableCollection(ended.values());
  }

  Optional<Backfill> openFor(RoomId room) {
    return Optional.ofNullable(open.get(room));
  }

  Optional<Backfill> find(RoomId room, BackfillId id) {
    return openFor(room)
        .filter(backfill -> backfill.id().equals(id))
        .or(() -> Optional.ofNullable(ended.get(id)))
        .filter(backfill -> backfill.room().equals(room));
  }

  void put(Backfill backfill) {
    if (backfill.isOpen()) {
      open.put(backfill.room(), backfill);
    } else {
      openFor(backfill.room())
          .filter(current -> current.id().equals(backfill.id()))
          .ifPresent(_ -> open.remove(backfill.room()));
      ended.put(backfill.id(), backfill);
    }
  }

  void change(RoomId room, BackfillId id, UnaryOperator<Backfill> change) {
    openFor(room).filter(backfill -> backfill.id().equals(id)).map(change).ifPresent(this::put);
  }
}
