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
 * @param requests where it is not what the tickets say of themselves; null where there is none
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
    @Nullable List<Letter> discardedLetters) {

  record Rules(
      @JsonProperty(required = true) Integer version,
      @JsonProperty(required = true) StoredRuleSet rules) {}

  /** A status is one of waiting, matched, cancelled, expired. */
  record Ticket(
      @JsonProperty(required = true) String id,
      @JsonProperty(required = true) List<StoredEvent.Player> players,
      @JsonProperty(required = true) Instant enqueuedAt,
      @JsonProperty(required = true) String position,
      @Nullable String request,
      @JsonProperty(required = true) String status,
      @Nullable String room,
      @Nullable Instant at) {}

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
      @Nullable Double quality) {}
}
