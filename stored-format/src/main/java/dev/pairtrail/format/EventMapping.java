package dev.pairtrail.format;

import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.KeyName;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.BackfillCancelled;
import dev.pairtrail.domain.event.BackfillMatched;
import dev.pairtrail.domain.event.BackfillRequested;
import dev.pairtrail.domain.event.ConnectionAssigned;
import dev.pairtrail.domain.event.DeadLetterDiscarded;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.GameStarted;
import dev.pairtrail.domain.event.LogSealed;
import dev.pairtrail.domain.event.MatchCancelled;
import dev.pairtrail.domain.event.MatchProposed;
import dev.pairtrail.domain.event.PartyEnqueued;
import dev.pairtrail.domain.event.PlayerAccepted;
import dev.pairtrail.domain.event.PlayerDeclined;
import dev.pairtrail.domain.event.PlayerEnqueued;
import dev.pairtrail.domain.event.PlayerJoinedRoom;
import dev.pairtrail.domain.event.PlayerLeft;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.ResultRecorded;
import dev.pairtrail.domain.event.RuleSetActivated;
import dev.pairtrail.domain.event.TicketCancelled;
import dev.pairtrail.domain.event.TicketExpired;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Between events and their stored form. */
final class EventMapping {
  private EventMapping() {}

  static StoredEvent stored(Event event) {
    return switch (event) {
      case PlayerEnqueued e ->
          new StoredEvent.PlayerEnqueued(
              e.ticketId().value(),
              e.player().id().value(),
              AttributeMapping.stored(e.player().attributes()),
              latency(e.player()),
              e.timestamp());
      case PartyEnqueued e ->
          new StoredEvent.PartyEnqueued(
              e.ticketId().value(),
              e.players().stream().map(EventMapping::stored).toList(),
              e.timestamp());
      case TicketCancelled e ->
          new StoredEvent.TicketCancelled(e.ticketId().value(), e.timestamp());
      case TicketExpired e -> new StoredEvent.TicketExpired(e.ticketId().value(), e.timestamp());
      case MatchProposed e -> MatchMapping.stored(e);
      case PlayerAccepted e ->
          new StoredEvent.PlayerAccepted(e.playerId().value(), e.roomId().value(), e.timestamp());
      case PlayerDeclined e ->
          new StoredEvent.PlayerDeclined(e.playerId().value(), e.roomId().value(), e.timestamp());
      case PlayersMatched e -> MatchMapping.stored(e);
      case PlayerJoinedRoom e ->
          new StoredEvent.PlayerJoinedRoom(e.playerId().value(), e.roomId().value(), e.timestamp());
      case PlayerLeft e ->
          new StoredEvent.PlayerLeft(e.playerId().value(), e.roomId().value(), e.timestamp());
      case ConnectionAssigned e ->
          new StoredEvent.ConnectionAssigned(e.roomId().value(), e.connection(), e.timestamp());
      case GameStarted e -> new StoredEvent.GameStarted(e.roomId().value(), e.timestamp());
      case MatchCancelled e ->
          new StoredEvent.MatchCancelled(
              e.roomId().value(),
              e.reason(),
              ids(e.returnedTicketIds()),
              ids(e.removedTicketIds()),
              e.timestamp());
      case BackfillRequested e -> GameMapping.stored(e);
      case BackfillMatched e -> MatchMapping.stored(e);
      case BackfillCancelled e ->
          new StoredEvent.BackfillCancelled(
              e.backfillId().value(), e.roomId().value(), e.timestamp());
      case ResultRecorded e -> GameMapping.stored(e);
      case RuleSetActivated e ->
          new StoredEvent.RuleSetActivated(
              e.version(), RuleSetMapping.stored(e.rules()), e.timestamp());
      case DeadLetterDiscarded e ->
          new StoredEvent.DeadLetterDiscarded(
              e.entry().toString(),
              e.group(),
              e.reason(),
              e.by().map(KeyName::value).orElse(null),
              e.timestamp());
      case LogSealed e ->
          new StoredEvent.LogSealed(e.through().toString(), e.entries(), e.sha256(), e.timestamp());
    };
  }

  static StoredEvent.Player stored(Player player) {
    return new StoredEvent.Player(
        player.id().value(), AttributeMapping.stored(player.attributes()), latency(player));
  }

  private static @Nullable Map<String, Integer> latency(Player player) {
    return player.latencyMs().isEmpty() ? null : player.latencyMs();
  }

  static List<String> ids(List<TicketId> ids) {
    return ids.stream().map(TicketId::value).toList();
  }

  static Event domain(StoredEvent event) {
    return switch (event) {
      case StoredEvent.PlayerEnqueued e ->
          new PlayerEnqueued(
              new TicketId(e.ticketId() != null ? e.ticketId() : e.playerId()),
              AttributeMapping.player(e.playerId(), e.attributes(), e.latencyMs()),
              e.timestamp());
      case StoredEvent.PartyEnqueued e ->
          new PartyEnqueued(
              new TicketId(e.ticketId()),
              e.players().stream()
                  .map(p -> AttributeMapping.player(p.id(), p.attributes(), p.latencyMs()))
                  .toList(),
              e.timestamp());
      case StoredEvent.TicketCancelled e ->
          new TicketCancelled(new TicketId(e.ticketId()), e.timestamp());
      case StoredEvent.TicketExpired e ->
          new TicketExpired(new TicketId(e.ticketId()), e.timestamp());
      case StoredEvent.MatchProposed e -> MatchMapping.domain(e);
      case StoredEvent.PlayerAccepted e ->
          new PlayerAccepted(new PlayerId(e.playerId()), new RoomId(e.roomId()), e.timestamp());
      case StoredEvent.PlayerDeclined e ->
          new PlayerDeclined(new PlayerId(e.playerId()), new RoomId(e.roomId()), e.timestamp());
      case StoredEvent.PlayersMatched e -> MatchMapping.domain(e);
      case StoredEvent.PlayerJoinedRoom e ->
          new PlayerJoinedRoom(new PlayerId(e.playerId()), new RoomId(e.roomId()), e.timestamp());
      case StoredEvent.PlayerLeft e ->
          new PlayerLeft(new PlayerId(e.playerId()), new RoomId(e.roomId()), e.timestamp());
      case StoredEvent.ConnectionAssigned e ->
          new ConnectionAssigned(new RoomId(e.roomId()), e.connection(), e.timestamp());
      case StoredEvent.GameStarted e -> new GameStarted(new RoomId(e.roomId()), e.timestamp());
      case StoredEvent.MatchCancelled e ->
          new MatchCancelled(
              new RoomId(e.roomId()),
              e.reason(),
              ticketIds(e.returnedTicketIds()),
              ticketIds(e.removedTicketIds()),
              e.timestamp());
      case StoredEvent.BackfillRequested e -> GameMapping.domain(e);
      case StoredEvent.BackfillMatched e -> MatchMapping.domain(e);
      case StoredEvent.BackfillCancelled e ->
          new BackfillCancelled(
              new BackfillId(e.backfillId()), new RoomId(e.roomId()), e.timestamp());
      case StoredEvent.ResultRecorded e -> GameMapping.domain(e);
      case StoredEvent.RuleSetActivated e ->
          new RuleSetActivated(e.version(), RuleSetMapping.domain(e.rules()), e.timestamp());
      case StoredEvent.DeadLetterDiscarded e ->
          new DeadLetterDiscarded(
              Position.parse(e.entryPosition()),
              e.group(),
              e.reason(),
              Optional.ofNullable(e.by()).map(KeyName::new),
              e.timestamp());
      case StoredEvent.LogSealed e ->
          new LogSealed(Position.parse(e.through()), e.entries(), e.sha256(), e.timestamp());
    };
  }

  static List<TicketId> ticketIds(List<String> ids) {
    return ids.stream().map(TicketId::new).toList();
  }
}
