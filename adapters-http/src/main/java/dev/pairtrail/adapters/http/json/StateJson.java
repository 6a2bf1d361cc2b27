package dev.pairtrail.adapters.http.json;

import dev.pairtrail.application.StateView;
import dev.pairtrail.domain.QueueName;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** The state of a queue at a position. */
public final class StateJson {
  private StateJson() {}

  public static void write(JsonGenerator out, QueueName queue, StateView state) {
    out.writeStartObject();
    out.writeStringProperty("position", state.position().toString());
    Json.array(
        out, "waiting", state.waiting(), (to, ticket) -> TicketJson.write(to, queue, ticket));
    Json.array(out, "rooms", state.rooms(), (to, room) -> RoomJson.write(to, queue, room));
    counters(out, state);
    out.writeEndObject();
  }

  private static void counters(JsonGenerator out, StateView state) {
    out.writeObjectPropertyStart("counters");
    state
        .counters()
        .forEach((count, number) ->
            out.writeNumberProperty(count.name().toLowerCase(Locale.ROOT), number));
    out.writeEndObject();
  }
}
