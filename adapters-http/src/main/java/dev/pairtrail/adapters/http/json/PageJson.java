package dev.pairtrail.adapters.http.json;

import dev.pairtrail.application.Events;
import dev.pairtrail.application.FeedCursor;
import tools.jackson.core.JsonGenerator;

/** A page of a feed. */
public final class PageJson {
  private PageJson() {}

  public static void write(JsonGenerator out, Events.Page page, EntryJson entries) {
    out.writeStartObject();
    Json.array(out, "events", page.events(), entries::write);
    out.writeStringProperty("next", page.next().map(FeedCursor::toString).orElse(null));
    out.writeEndObject();
  }
}
