package dev.pairtrail.adapters.http.json;

import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.queue.Ticket;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;

/** A ticket. */
public final class TicketJson {
  private TicketJson() {}

  public static void write(JsonGenerator out, QueueName queue, Ticket ticket) {
    out.writeStartObject();
    out.writeStringProperty("id", ticket.id().value());
    out.writeStringProperty("queue", queue.value());
    out.writeStringProperty("status", status(ticket.state()));
    PlayerJson.players(out, ticket.players());
    out.writeStringProperty("enqueued_at", ticket.enqueuedAt().toString());
    out.writeStringProperty("position", ticket.position().toString());
    outcome(out, ticket);
    out.writeEndObject();
  }

  static String status(Ticket.State state) {
    return switch (state) {
      case Ticket.Waiting _ -> "waiting";
      case Ticket.Proposed _ -> "proposed";
      case Ticket.Matched _ -> "matched";
      case Ticket.Cancelled _ -> "cancelled";
      case Ticket.Expired _ -> "expired";
    };
  }

  private static void outcome(JsonGenerator out, Ticket ticket) {
    switch (ticket.state()) {
      case Ticket.Waiting _ -> {}
      case Ticket.Proposed(var room, Instant at) -> inRoom(out, ticket, room, at);
      case Ticket.Matched(var room, Instant at) -> inRoom(out, ticket, room, at);
      case Ticket.Cancelled(Instant at) -> waited(out, ticket, at);
      case Ticket.Expired(Instant at) -> waited(out, ticket, at);
    }
  }

  private static void inRoom(JsonGenerator out, Ticket ticket, RoomId room, Instant since) {
    out.writeStringProperty("room_id", room.value());
    waited(out, ticket, since);
  }

  private static void waited(JsonGenerator out, Ticket ticket, Instant until) {
    out.writeNumberProperty("waited_ms", Duration.between(ticket.enqueuedAt(), until).toMillis());
  }
}
