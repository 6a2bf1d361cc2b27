package dev.pairtrail.format;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.queue.Room;
import dev.pairtrail.domain.queue.Room.Presence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Between rooms and their form in a snapshot. */
final class SnapshotRoomMapping {
  private SnapshotRoomMapping() {}

  static StoredSnapshot.Room stored(Room room) {
    Map<String, String> players = new LinkedHashMap<>();
    room.players().forEach((id, presence) -> players.put(id.value(), SnapshotNames.of(presence)));
    return new StoredSnapshot.Room(
        room.id().value(),
        room.teams().stream().map(MatchMapping::stored).toList(),
        players,
        room.createdAt(),
        room.joinDeadline().orElse(null),
        SnapshotNames.of(room.status()),
        room.connection().orElse(null),
        room.quality().isPresent() ? (Double) room.quality().getAsDouble() : null);
  }

  static Room domain(StoredSnapshot.Room stored) {
    Map<PlayerId, Presence> players = new LinkedHashMap<>();
    stored
        .players()
        .forEach((id, presence) ->
            players.put(new PlayerId(id), SnapshotNames.named(Presence.class, presence)));
    return new Room(
        new RoomId(stored.id()),
        stored.teams().stream().map(MatchMapping::domain).toList(),
        players,
        stored.createdAt(),
        Optional.ofNullable(stored.joinDeadline()),
        SnapshotNames.named(Room.Status.class, stored.status()),
        Optional.ofNullable(stored.connection()),
        stored.quality() == null ? OptionalDouble.empty() : OptionalDouble.of(stored.quality()));
  }
}
