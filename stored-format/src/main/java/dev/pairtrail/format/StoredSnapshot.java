package dev.pairtrail.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot as stored, format {@value SnapshotCodec#FORMAT}. Names are frozen as those of events
 * are.
 *
 * <p>What is nullable is empty where it is missing, as in snapshots of earlier versions.
 *
 * @param requests where it is not what the tickets say of themselves; null where there is none
 * @param seal null where nothing is sealed
 * @param discardedLetters null where there is none, as in what was written before there were any
 */
record StoredSnapshot(
    @JsonProperty(required = true) String queue,
    @JsonProperty(required = true) String position,
    @JsonProperty(required = true) Long revision,
    @JsonProperty(required = true) Rules rules,
    @JsonProperty(required = true) Map<String, Long> counts,
    @JsonProperty(required = true) List<Ticket> liveTickets,
    @JsonProperty(required = true) List<Ticket> endedTickets,
    @JsonProperty(required = true) Map<String, String> engagedPlayers,
    @JsonProperty(required = true) Map<String, @Nullable String> requests,
    @JsonProperty(required = true) List<Room> openRooms,
    @JsonProperty(required = true) List<String> completeRooms,
    @JsonProperty(required = true) List<Room> endedRooms,
    @Nullable List<Backfill> backfills,
    @Nullable List<StoredEvent.PlayerRating> ratings,
    @Nullable List<Letter> discardedLetters,
    @Nullable Sealed seal) {

  record Sealed(
      @JsonProperty(required = true) String through,
      @JsonProperty(required = true) String sha256,
      @JsonProperty(required = true) String position,
      @JsonProperty(required = true) Long revision) {}

  record Rules(
      @JsonProperty(required = true) Integer version,
      @JsonProperty(required = true) StoredRuleSet rules) {}

  /** A status is one of waiting, proposed, matched, cancelled, expired. */
  record Ticket(
      @JsonProperty(required = true) String id,
      @JsonProperty(required = true) List<StoredEvent.Player> players,
      @JsonProperty(required = true) Instant enqueuedAt,
      @JsonProperty(required = true) String position,
      @Nullable String request,
      @JsonProperty(required = true) String status,
      @Nullable String room,
      @Nullable Instant at) {}

  /**
   * A status is one of proposed, open, started, cancelled; a player awaited, accepted, declined,
   * joined or left. The deadline of a proposed room is in {@code join_deadline} too.
   */
  record Letter(
      @JsonProperty(required = true) String entryPosition,
      @JsonProperty(required = true) String group) {}

  /** A status is one of open, started, cancelled; a player awaited, joined or left. */
  record Room(
      @JsonProperty(required = true) String id,
      @JsonProperty(required = true) List<StoredEvent.Team> teams,
      @JsonProperty(required = true) Map<String, String> players,
      @JsonProperty(required = true) Instant createdAt,
      @Nullable Instant joinDeadline,
      @JsonProperty(required = true) String status,
      @Nullable String connection,
      @Nullable Double quality,
      StoredBasis.@Nullable Keys proposal,
      @Nullable List<StoredEvent.Place> places) {}

  /** A status is one of open, matched, cancelled. */
  record Backfill(
      @JsonProperty(required = true) String id,
      @JsonProperty(required = true) String room,
      @JsonProperty(required = true) Instant requestedAt,
      @JsonProperty(required = true) List<StoredEvent.Opening> asked,
      @JsonProperty(required = true) List<StoredEvent.Opening> open,
      @JsonProperty(required = true) String status) {}
}
