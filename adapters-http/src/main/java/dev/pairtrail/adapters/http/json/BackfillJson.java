package dev.pairtrail.adapters.http.json;

import dev.pairtrail.application.BackfillView;
import dev.pairtrail.domain.event.BackfillRequested.Opening;
import dev.pairtrail.domain.queue.Backfill;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** A backfill. */
public final class BackfillJson {
  private BackfillJson() {}

  public static void write(JsonGenerator out, BackfillView view) {
    Backfill backfill = view.backfill();
    out.writeStartObject();
    out.writeStringProperty("id", backfill.id().value());
    out.writeStringProperty("room_id", backfill.room().value());
    out.writeStringProperty("queue", view.queue().value());
    out.writeStringProperty("status", backfill.status().name().toLowerCase(Locale.ROOT));
    out.writeStringProperty("requested_at", backfill.requestedAt().toString());
    Json.array(out, "teams", backfill.asked(), (to, asked) -> team(to, backfill, asked));
    out.writeEndObject();
  }

  private static void team(JsonGenerator out, Backfill backfill, Opening asked) {
    out.writeStartObject();
    out.writeStringProperty("name", asked.team());
    out.writeNumberProperty("players", asked.players());
    out.writeNumberProperty(
        "open",
        backfill.openings().stream()
            .filter(opening -> opening.team().equals(asked.team()))
            .mapToInt(Opening::players)
            .sum());
    out.writeEndObject();
  }
}
