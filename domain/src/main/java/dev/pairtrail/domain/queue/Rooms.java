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
    RoomId id = room.id();
    Room before = room.isPending() ? open.put(id, room) : open.remove(id);
    Optional<Deadline> was = Optional.ofNullable(before).flatMap(Rooms::due);
    Optional<Deadline> is = due(room);
    if (!was.equals(is)) {
      was.ifPresent(deadlines::remove);
      is.ifPresent(deadlines::add);
    }
    complete.remove(id);
    if (!room.isPending()) {
      ended.put(id, room);
    } else if (room.isComplete()) {
      complete.add(id);
    }
  }

  private static Optional<Deadline> due(Room room) {
    return room.isPending() && !room.isComplete()
        ? room.deadline().map(at -> new Deadline(at, room.id()))
        : Optional.empty();
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
}
