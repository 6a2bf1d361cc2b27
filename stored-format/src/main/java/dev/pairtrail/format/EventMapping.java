package dev.pairtrail.format;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.ConnectionAssigned;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.GameStarted;
import dev.pairtrail.domain.event.MatchCancelled;
import dev.pairtrail.domain.event.PartyEnqueued;
import dev.pairtrail.domain.event.PlayerEnqueued;
import dev.pairtrail.domain.event.PlayerJoinedRoom;
import dev.pairtrail.domain.event.PlayerLeft;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.RuleSetActivated;
import dev.pairtrail.domain.event.TicketCancelled;
import dev.pairtrail.domain.event.TicketExpired;
import java.util.List;
import java.util.Map;
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
      case RuleSetActivated e ->
          new StoredEvent.RuleSetActivated(
              e.version(), RuleSetMapping.stored(e.rules()), e.timestamp());
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
      case StoredEvent.RuleSetActivated e ->
          new RuleSetActivated(e.version(), RuleSetMapping.domain(e.rules()), e.timestamp());
    };
  }

  static List<TicketId> ticketIds(List<String> ids) {
    return ids.stream().map(TicketId::new).toList();
  }
}
