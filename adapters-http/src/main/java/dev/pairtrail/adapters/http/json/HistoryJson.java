package dev.pairtrail.adapters.http.json;

import dev.pairtrail.application.history.HistoryStep;
import dev.pairtrail.application.history.QueueHistory;
import dev.pairtrail.domain.rules.DurationText;
import tools.jackson.core.JsonGenerator;

/** What happened in a queue, step by step. */
public final class HistoryJson {
  private HistoryJson() {}

  public static void write(JsonGenerator out, QueueHistory history) {
    out.writeStartObject();
    out.writeStringProperty("queue", history.queue().value());
    out.writeStringProperty("from", history.span().from().toString());
    out.writeStringProperty("to", history.span().to().toString());
    out.writeStringProperty("step", DurationText.format(history.span().step()));
    Json.array(out, "steps", history.steps(), HistoryJson::write);
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, HistoryStep step) {
    out.writeStartObject();
    out.writeStringProperty("from", step.from().toString());
    out.writeNumberProperty("arrivals", step.arrivals());
    out.writeNumberProperty("matches", step.matches());
    out.writeNumberProperty("backfills", step.backfills());
    out.writeNumberProperty("matched_tickets", step.matchedTickets());
    out.writeNumberProperty("wait_p50_ms", step.waitP50().toMillis());
    out.writeNumberProperty("wait_p95_ms", step.waitP95().toMillis());
    out.writeNumberProperty("wait_max_ms", step.waitMax().toMillis());
    out.writeNumberProperty("expiries", step.expiries());
    out.writeNumberProperty("cancels", step.cancels());
    Json.number(out, "mean_quality", step.meanQuality());
    out.writeNumberProperty("waiting", step.waiting());
    out.writeEndObject();
  }
}
