package dev.pairtrail.adapters.http.json;

import dev.pairtrail.application.RoomView;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import dev.pairtrail.domain.queue.Room;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** A room. */
public final class RoomJson {
  private RoomJson() {}

  public static void write(JsonGenerator out, RoomView view) {
    write(out, view.queue(), view.room());
  }

  static void write(JsonGenerator out, QueueName queue, Room room) {
    out.writeStartObject();
    out.writeStringProperty("id", room.id().value());
    out.writeStringProperty("queue", queue.value());
    out.writeStringProperty("status", room.status().name().toLowerCase(Locale.ROOT));
    Json.array(out, "teams", room.teams(), (to, team) -> team(to, room, team));
    out.writeStringProperty("created_at", room.createdAt().toString());
    if (room.isPending()) {
      String deadline = room.isOpen() ? "join_deadline" : "accept_deadline";
      room.deadline().ifPresent(at -> out.writeStringProperty(deadline, at.toString()));
    }
    room.connection().ifPresent(to -> out.writeStringProperty("connection", to));
    room.quality().ifPresent(quality -> Json.number(out, "quality", quality));
    if (!room.places().isEmpty()) {
      PlaceJson.array(out, "places", room.places());
    }
    out.writeEndObject();
  }

  private static void team(JsonGenerator out, Room room, Team team) {
    out.writeStartObject();
    out.writeStringProperty("name", team.name());
    Json.array(out, "players", team.playerIds(), (to, player) -> player(to, room, player));
    out.writeEndObject();
  }

  private static void player(JsonGenerator out, Room room, PlayerId player) {
    out.writeStartObject();
    out.writeStringProperty("id", player.value());
    out.writeBooleanProperty("joined", room.has(player, Room.Presence.JOINED));
    if (room.status() == Room.Status.PROPOSED || hasAnswered(room, player)) {
      out.writeBooleanProperty("accepted", room.has(player, Room.Presence.ACCEPTED));
    }
    if (room.has(player, Room.Presence.LEFT)) {
      out.writeBooleanProperty("left", true);
    }
    out.writeEndObject();
  }

  /** Of a proposal that was cancelled it stays to be seen. */
  private static boolean hasAnswered(Room room, PlayerId player) {
    return room.has(player, Room.Presence.ACCEPTED) || room.has(player, Room.Presence.DECLINED);
  }
}
