package dev.pairtrail.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The field {@code event} as stored: JSON with the tag {@code type} and snake_case keys. Names are
 * frozen: what was written once must be read for ever. What is nullable may be missing, as in the
 * entries of the plain service.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(name = "PlayerEnqueued", value = StoredEvent.PlayerEnqueued.class),
  @JsonSubTypes.Type(name = "PartyEnqueued", value = StoredEvent.PartyEnqueued.class),
  @JsonSubTypes.Type(name = "TicketCancelled", value = StoredEvent.TicketCancelled.class),
  @JsonSubTypes.Type(name = "TicketExpired", value = StoredEvent.TicketExpired.class),
  @JsonSubTypes.Type(name = "MatchProposed", value = StoredEvent.MatchProposed.class),
  @JsonSubTypes.Type(name = "PlayerAccepted", value = StoredEvent.PlayerAccepted.class),
  @JsonSubTypes.Type(name = "PlayerDeclined", value = StoredEvent.PlayerDeclined.class),
  @JsonSubTypes.Type(name = "PlayersMatched", value = StoredEvent.PlayersMatched.class),
  @JsonSubTypes.Type(name = "PlayerJoinedRoom", value = StoredEvent.PlayerJoinedRoom.class),
  @JsonSubTypes.Type(name = "PlayerLeft", value = StoredEvent.PlayerLeft.class),
  @JsonSubTypes.Type(name = "ConnectionAssigned", value = StoredEvent.ConnectionAssigned.class),
  @JsonSubTypes.Type(name = "GameStarted", value = StoredEvent.GameStarted.class),
  @JsonSubTypes.Type(name = "MatchCancelled", value = StoredEvent.MatchCancelled.class),
  @JsonSubTypes.Type(name = "BackfillRequested", value = StoredEvent.BackfillRequested.class),
  @JsonSubTypes.Type(name = "BackfillMatched", value = StoredEvent.BackfillMatched.class),
  @JsonSubTypes.Type(name = "BackfillCancelled", value = StoredEvent.BackfillCancelled.class),
  @JsonSubTypes.Type(name = "ResultRecorded", value = StoredEvent.ResultRecorded.class),
  @JsonSubTypes.Type(name = "RuleSetActivated", value = StoredEvent.RuleSetActivated.class),
  @JsonSubTypes.Type(name = "DeadLetterDiscarded", value = StoredEvent.DeadLetterDiscarded.class),
  @JsonSubTypes.Type(name = "LogSealed", value = StoredEvent.LogSealed.class)
})
sealed interface StoredEvent {

  /** The stored name of an event's type. */
  static String typeOf(StoredEvent event) {
    return Objects.requireNonNull(NAMES.get(event.getClass()));
  }

  Map<Class<?>, String> NAMES =
      Arrays.stream(StoredEvent.class.getAnnotation(JsonSubTypes.class).value())
          .collect(Collectors.toUnmodifiableMap(JsonSubTypes.Type::value, JsonSubTypes.Type::name));

  record PlayerEnqueued(
      @Nullable String ticketId,
      @JsonProperty(required = true) String playerId,
      @Nullable Map<String, Object> attributes,
      @Nullable Map<String, Integer> latencyMs,
      @JsonProperty(required = true) Instant timestamp)
      implements StoredEvent {}

  record PartyEnqueued(
      @JsonProperty(required = true) String ticketId,
      @JsonProperty(required = true) List<Player> players,
      @JsonProperty(required = true) Instant timestamp)
      implements StoredEvent {}

  record Player(
      @JsonProperty(required = true) String id,
      @Nullable Map<String, Object> attributes,
      @Nullable Map<String, Integer> latencyMs) {}

  record TicketCancelled(
      @JsonProperty(required = true) String ticketId,
      @JsonProperty(required = true) Instant timestamp)
      implements StoredEvent {}

  record TicketExpired(
      @JsonProperty(required = true) String ticketId,
      @JsonProperty(required = true) Instant timestamp)
      implements StoredEvent {}

  record MatchProposed(
      @JsonProperty(required = true) String roomId,
      @JsonProperty(required = true) List<Team> teams,
      @Nullable Integer rulesVersion,
      @Nullable String decidedAfter,
      @Nullable Double quality,
      @Nullable List<TicketBasis> tickets,
      @Nullable List<RuleBasis> rules,
      @JsonProperty(required = true) Instant acceptDeadline,
      @JsonProperty(required = true) Instant timestamp)
      implements StoredEvent, StoredBasis {}

  record PlayerAccepted(
      @JsonProperty(required = true) String playerId,
      @JsonProperty(required = true) String roomId,
      @JsonProperty(required = true) Instant timestamp)
      implements StoredEvent {}

  record PlayerDeclined(
      @JsonProperty(required = true) String playerId,
      @JsonProperty(required = true) String roomId,
      @JsonProperty(required = true) Instant timestamp)
      implements StoredEvent {}

  /**
   * The plain service writes two player ids and no teams; we write both where it is two players.
   */
  record PlayersMatched(
      @JsonProperty(required = true) String roomId,
      @Nullable @JsonProperty("player1_id") String player1Id,
      @Nullable @JsonProperty("player2_id") String player2Id,
      @Nullable List<Team> teams,
      @Nullable Integer rulesVersion,
      @Nullable String decidedAfter,
      @Nullable Double quality,
      @Nullable List<TicketBasis> tickets,
      @Nullable List<RuleBasis> rules,
      @Nullable Instant joinDeadline,
      @JsonProperty(required = true) Instant timestamp)
      implements StoredEvent, StoredBasis {}

  record Team(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) List<String> ticketIds,
      @JsonProperty(required = true) List<String> playerIds) {}

  record TicketBasis(
      @JsonProperty(required = true) String ticketId,
      @JsonProperty(required = true) Long waitedMs,
      @Nullable Double window) {}

  /** What is missing was not measured, or nobody insisted on the rule. */
  record RuleBasis(
      @JsonProperty(required = true) String name,
      @Nullable Double value,
      @Nullable Double limit,
      @Nullable String detail) {}

  record PlayerJoinedRoom(
      @JsonProperty(required = true) String playerId,
      @JsonProperty(required = true) String roomId,
      @JsonProperty(required = true) Instant timestamp)
      implements StoredEvent {}

  record PlayerLeft(
      @JsonProperty(required = true) String playerId,
      @JsonProperty(required = true) String roomId,
      @JsonProperty(required = true) Instant timestamp)
      implements StoredEvent {}

  record ConnectionAssigned(
      @JsonProperty(required = true) String roomId,
      @JsonProperty(required = true) String connection,
      @JsonProperty(required = true) Instant timestamp)
      implements StoredEvent {}

  record GameStarted(
      @JsonProperty(required = true) String roomId,
      @JsonProperty(required = true) Instant timestamp)
      implements StoredEvent {}

  record MatchCancelled(
      @JsonProperty(required = true) String roomId,
      @JsonProperty(required = true) String reason,
      @JsonProperty(required = true) List<String> returnedTicketIds,
      @JsonProperty(required = true) List<String> removedTicketIds,
      @JsonProperty(required = true) Instant timestamp)
      implements StoredEvent {}

  record BackfillRequested(
      @JsonProperty(required = true) String backfillId,
      @JsonProperty(required = true) String roomId,
      @JsonProperty(required = true) List<Opening> teams,
      @JsonProperty(required = true) Instant timestamp)
      implements StoredEvent {}

  record Opening(
      @JsonProperty(required = true) String name, @JsonProperty(required = true) Integer players) {}

  record BackfillMatched(
      @JsonProperty(required = true) String backfillId,
      @JsonProperty(required = true) String roomId,
      @JsonProperty(required = true) List<Team> teams,
      @Nullable Integer rulesVersion,
      @Nullable String decidedAfter,
      @Nullable Double quality,
      @Nullable List<TicketBasis> tickets,
      @Nullable List<RuleBasis> rules,
      @JsonProperty(required = true) Instant timestamp)
      implements StoredEvent, StoredBasis {}

  record BackfillCancelled(
      @JsonProperty(required = true) String backfillId,
      @JsonProperty(required = true) String roomId,
      @JsonProperty(required = true) Instant timestamp)
      implements StoredEvent {}

  record ResultRecorded(
      @JsonProperty(required = true) String roomId,
      @JsonProperty(required = true) List<Place> teams,
      @JsonProperty(required = true) List<PlayerRating> ratings,
      @JsonProperty(required = true) Instant timestamp)
      implements StoredEvent {}

  record Place(
      @JsonProperty(required = true) String name, @JsonProperty(required = true) Integer place) {}

  record PlayerRating(
      @JsonProperty(required = true) String playerId,
      @JsonProperty(required = true) Double mean,
      @JsonProperty(required = true) Double deviation) {}

  record RuleSetActivated(
      @JsonProperty(required = true) Integer version,
      @JsonProperty(required = true) StoredRuleSet rules,
      @JsonProperty(required = true) Instant timestamp)
      implements StoredEvent {}

  record DeadLetterDiscarded(
      @JsonProperty(required = true) String entryPosition,
      @JsonProperty(required = true) String group,
      @JsonProperty(required = true) String reason,
      @Nullable String by,
      @JsonProperty(required = true) Instant timestamp)
      implements StoredEvent {}

  record LogSealed(
      @JsonProperty(required = true) String through,
      @JsonProperty(required = true) Long entries,
      @JsonProperty(required = true) String sha256,
      @JsonProperty(required = true) Instant timestamp)
      implements StoredEvent {}
}
