package dev.pairtrail.adapters.http.json;

import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.BackfillCancelled;
import dev.pairtrail.domain.event.BackfillMatched;
import dev.pairtrail.domain.event.BackfillRequested;
import dev.pairtrail.domain.event.BackfillRequested.Opening;
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
import dev.pairtrail.domain.event.ResultRecorded.PlayerRating;
import dev.pairtrail.domain.event.RuleSetActivated;
import dev.pairtrail.domain.event.TicketCancelled;
import dev.pairtrail.domain.event.TicketExpired;
import tools.jackson.core.JsonGenerator;

/** The keys that an event has of its own. */
final class EventJson {
  private EventJson() {}

  static void keys(JsonGenerator out, Event event) {
    switch (event) {
      case PlayerEnqueued e -> enqueued(out, e);
      case PartyEnqueued e -> {
        ticket(out, e.ticketId());
        PlayerJson.players(out, e.players());
      }
      case TicketCancelled e -> ticket(out, e.ticketId());
      case TicketExpired e -> ticket(out, e.ticketId());
      case MatchProposed e -> MatchJson.keys(out, e);
      case PlayerAccepted e -> presence(out, e.playerId().value(), e.roomId().value());
      case PlayerDeclined e -> presence(out, e.playerId().value(), e.roomId().value());
      case PlayersMatched e -> MatchJson.keys(out, e);
      case PlayerJoinedRoom e -> presence(out, e.playerId().value(), e.roomId().value());
      case PlayerLeft e -> presence(out, e.playerId().value(), e.roomId().value());
      case ConnectionAssigned e -> {
        room(out, e.roomId().value());
        out.writeStringProperty("connection", e.connection());
      }
      case GameStarted e -> room(out, e.roomId().value());
      case MatchCancelled e -> cancelled(out, e);
      case BackfillRequested e -> {
        backfill(out, e.backfillId(), e.roomId().value());
        Json.array(out, "teams", e.openings(), EventJson::opening);
      }
      case BackfillMatched e -> {
        out.writeStringProperty("backfill_id", e.backfillId().value());
        MatchJson.keys(out, e);
      }
      case BackfillCancelled e -> backfill(out, e.backfillId(), e.roomId().value());
      case ResultRecorded e -> {
        room(out, e.roomId().value());
        PlaceJson.array(out, "teams", e.places());
        Json.array(out, "ratings", e.ratings(), EventJson::rating);
      }
      case RuleSetActivated e -> {
        out.writeNumberProperty("version", e.version());
        out.writeName("rules");
        RuleSetJson.write(out, e.rules());
      }
      case DeadLetterDiscarded e -> {
        out.writeStringProperty("entry_position", e.entry().toString());
        out.writeStringProperty("group", e.group());
        out.writeStringProperty("reason", e.reason());
        e.by().ifPresent(by -> out.writeStringProperty("by", by.value()));
      }
      case LogSealed e -> {
        out.writeStringProperty("through", e.through().toString());
        out.writeNumberProperty("entries", e.entries());
        out.writeStringProperty("sha256", e.sha256());
      }
    }
  }

  private static void enqueued(JsonGenerator out, PlayerEnqueued event) {
    ticket(out, event.ticketId());
    out.writeStringProperty("player_id", event.player().id().value());
    PlayerJson.attributes(out, event.player());
    PlayerJson.latency(out, event.player());
  }

  private static void cancelled(JsonGenerator out, MatchCancelled event) {
    room(out, event.roomId().value());
    out.writeStringProperty("reason", event.reason());
    Json.texts(out, "returned_ticket_ids", event.returnedTicketIds(), TicketId::value);
    Json.texts(out, "removed_ticket_ids", event.removedTicketIds(), TicketId::value);
  }

  private static void backfill(JsonGenerator out, BackfillId id, String room) {
    out.writeStringProperty("backfill_id", id.value());
    room(out, room);
  }

  private static void opening(JsonGenerator out, Opening opening) {
    out.writeStartObject();
    out.writeStringProperty("name", opening.team());
    out.writeNumberProperty("players", opening.players());
    out.writeEndObject();
  }

  private static void rating(JsonGenerator out, PlayerRating rated) {
    out.writeStartObject();
    out.writeStringProperty("player_id", rated.playerId().value());
    Json.number(out, "mean", rated.rating().mean());
    Json.number(out, "deviation", rated.rating().deviation());
    out.writeEndObject();
  }

  private static void presence(JsonGenerator out, String player, String room) {
    out.writeStringProperty("player_id", player);
    room(out, room);
  }

  private static void ticket(JsonGenerator out, TicketId id) {
    out.writeStringProperty("ticket_id", id.value());
  }

  private static void room(JsonGenerator out, String id) {
    out.writeStringProperty("room_id", id);
  }
}
