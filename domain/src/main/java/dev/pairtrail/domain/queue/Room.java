package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where the players of a match meet.
 *
 * @param players who belongs here, in the order of the teams, and whether they are there
 * @param joinDeadline when an incomplete room is given up
 * @param connection what the players connect to, once it is known
 * @param quality of the match, 0 to 1; empty if the log does not say
 */
public record Room(
    RoomId id,
    List<Team> teams,
    Map<PlayerId, Presence> players,
    Instant createdAt,
    Optional<Instant> joinDeadline,
    Status status,
    Optional<String> connection,
    OptionalDouble quality) {

  /** Whether a player of the room is there. */
  public enum Presence {
    AWAITED,
    JOINED,
    LEFT
  }

  /** What a room is good for. */
  public enum Status {
    /** Its players may join. */
    OPEN,
    STARTED,
    CANCELLED
  }

  public Room {
    players = Collections.unmodifiableMap(new LinkedHashMap<>(players));
  }

  public boolean isOpen() {
    return status == Status.OPEN;
  }

  /** Whether every player has joined. */
  public boolean isComplete() {
    return players.values().stream().allMatch(presence -> presence == Presence.JOINED);
  }

  public boolean has(PlayerId player, Presence presence) {
    return players.get(player) == presence;
  }

  Room with(PlayerId player, Presence presence) {
    if (!players.containsKey(player)) {
      return this;
    }
    Map<PlayerId, Presence> changed = new LinkedHashMap<>(players);
    changed.put(player, presence);
    return new Room(id, teams, changed, createdAt, joinDeadline, status, connection, quality);
  }

  Room with(Status next) {
    return new Room(id, teams, players, createdAt, joinDeadline, next, connection, quality);
  }

  Room withConnection(String next) {
    return new Room(
        id, teams, players, createdAt, joinDeadline, status, Optional.of(next), quality);
  }

  Room withDeadline(Instant deadline) {
    return new Room(
        id, teams, players, createdAt, Optional.of(deadline), status, connection, quality);
  }
}
