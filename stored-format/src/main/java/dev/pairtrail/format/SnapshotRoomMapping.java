package dev.pairtrail.format;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.queue.Room;
import dev.pairtrail.domain.queue.Room.Presence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Between rooms and their form in a snapshot. */
final class SnapshotRoomMapping {
  private SnapshotRoomMapping() {}

  static StoredSnapshot.Room stored(Room room) {
    Map<String, String> players = new LinkedHashMap<>();
    room.players().forEach((id, presence) -> players.put(id.value(), SnapshotNames.of(presence)));
    return new StoredSnapshot.Room(
        room.id().value(),
        MatchMapping.stored(room.teams()),
        players,
        room.createdAt(),
        room.deadline().orElse(null),
        SnapshotNames.of(room.status()),
        room.connection().orElse(null),
        BasisMapping.stored(room.quality()),
        room.proposal().isPresent() ? BasisMapping.stored(room.proposal()) : null,
        room.places().isEmpty() ? null : GameMapping.storedPlaces(room.places()));
  }

  static Room domain(StoredSnapshot.Room stored) {
    Map<PlayerId, Presence> players = new LinkedHashMap<>();
    stored
        .players()
        .forEach((id, presence) ->
            players.put(new PlayerId(id), SnapshotNames.named(Presence.class, presence)));
    return new Room(
        new RoomId(stored.id()),
        MatchMapping.domain(stored.teams()),
        players,
        stored.createdAt(),
        Optional.ofNullable(stored.joinDeadline()),
        SnapshotNames.named(Room.Status.class, stored.status()),
        Optional.ofNullable(stored.connection()),
        BasisMapping.domain(stored.quality()),
        Optional.ofNullable(stored.proposal()).flatMap(BasisMapping::domain),
        stored.places() == null ? List.of() : GameMapping.places(stored.places()));
  }
}
