package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.RoomId;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The rooms of a queue: those whose games have not begun, what is due for them, and the last that
 * ended.
 */
final class Rooms {
  private final Map<RoomId, Room> open = new LinkedHashMap<>();
  private final NavigableSet<Deadline> deadlines = new TreeSet<>();
  private final Set<RoomId> complete = new LinkedHashSet<>();
  private final Recent<RoomId, Room> ended;

  Rooms(int remembered) {
    ended = new Recent<>(remembered, _ -> {});
  }

  Optional<Room> find(RoomId id) {
    Room room = open.get(id);
    return Optional.ofNullable(room != null ? room : ended.get(id));
  }

  Collection<Room> open() {
    return Collections.unmodifiableCollection(open.values());
  }

  /** Open rooms in which all have joined. */
  Stream<Room> complete() {
    return complete.stream().flatMap(id -> find(id).stream());
  }

  /** Incomplete open rooms past their deadline, the earliest deadline first. */
  Stream<Room> due(Instant now) {
    return deadlines.stream()
        .takeWhile(deadline -> !deadline.at().isAfter(now))
        .flatMap(deadline -> find(deadline.room()).stream());
  }

  Optional<Instant> nextDeadline() {
    return deadlines.isEmpty() ? Optional.empty() : Optional.of(deadlines.first().at());
  }

  /** Adds a room, or puts its next form in the place of the one before. */
  void put(Room room) {
    forgetDue(room.id());
    if (room.isPending()) {
      open.put(room.id(), room);
      if (room.isComplete()) {
        complete.add(room.id());
      } else {
        room.deadline().ifPresent(at -> deadlines.add(new Deadline(at, room.id())));
      }
    } else {
      open.remove(room.id());
      ended.put(room.id(), room);
    }
  }

  void change(RoomId id, UnaryOperator<Room> change) {
    find(id).map(change).ifPresent(this::put);
  }

  QueueSnapshot.OfRooms snapshot() {
    return new QueueSnapshot.OfRooms(
        List.copyOf(open.values()), List.copyOf(complete), List.copyOf(ended.values()));
  }

  /** Takes over what a snapshot knows; only when nothing is known yet. */
  void restore(QueueSnapshot.OfRooms snapshot) {
    snapshot.ended().forEach(room -> ended.put(room.id(), room));
    snapshot.open().forEach(this::put);
    complete.clear();
    complete.addAll(snapshot.complete());
  }

  private void forgetDue(RoomId id) {
    complete.remove(id);
    Room before = open.get(id);
    if (before != null) {
      before.deadline().ifPresent(at -> deadlines.remove(new Deadline(at, id)));
    }
  }
}
