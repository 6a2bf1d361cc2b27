package dev.pairtrail.adapters.http.json;

import dev.pairtrail.application.DeadLetter;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Entries that consumer groups gave up. */
public final class DeadLetterJson {
  private DeadLetterJson() {}

  public static void all(JsonGenerator out, List<DeadLetter> letters) {
    out.writeStartObject();
    Json.array(out, "dead_letters", letters, DeadLetterJson::write);
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, DeadLetter letter) {
    out.writeStartObject();
    out.writeStringProperty("position", letter.position().toString());
    out.writeStringProperty("group", letter.group());
    out.writeStringProperty("reason", letter.reason());
    out.writeNumberProperty("deliveries", letter.deliveries());
    out.writeStringProperty("parked_at", letter.parkedAt().toString());
    out.writeName("entry");
    EntryJson.write(out, letter.entry());
    out.writeEndObject();
  }
}
