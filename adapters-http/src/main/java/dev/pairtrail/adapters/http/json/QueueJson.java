package dev.pairtrail.adapters.http.json;

import dev.pairtrail.application.QueueOverview;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Queues at a glance. */
public final class QueueJson {
  private QueueJson() {}

  public static void all(JsonGenerator out, List<QueueOverview> queues) {
    out.writeStartObject();
    Json.array(out, "queues", queues, QueueJson::write);
    out.writeEndObject();
  }

  public static void write(JsonGenerator out, QueueOverview queue) {
    out.writeStartObject();
    out.writeStringProperty("name", queue.name().value());
    out.writeNumberProperty("depth", queue.depth());
    queue
        .oldestWait()
        .ifPresent(wait -> out.writeNumberProperty("oldest_wait_ms", wait.toMillis()));
    rates(out, queue);
    out.writeNumberProperty("open_rooms", queue.openRooms());
    out.writeStringProperty("position", queue.position().toString());
    out.writeNumberProperty("rules_version", queue.rules().version());
    out.writeName("rules");
    RuleSetJson.write(out, queue.rules().rules());
    out.writeEndObject();
  }

  private static void rates(JsonGenerator out, QueueOverview queue) {
    out.writeObjectPropertyStart("rates");
    Json.number(out, "tickets_per_second", queue.rates().ticketsPerSecond());
    Json.number(out, "matches_per_second", queue.rates().matchesPerSecond());
    out.writeEndObject();
  }
}
