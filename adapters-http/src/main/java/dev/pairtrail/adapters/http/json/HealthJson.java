package dev.pairtrail.adapters.http.json;

import dev.pairtrail.application.Health;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** A healthy instance. */
public final class HealthJson {
  private HealthJson() {}

  /**
   * Writes that it is up.
   *
   * @param parts that were looked at
   */
  public static void up(JsonGenerator out, List<Health.Part> parts) {
    out.writeStartObject();
    out.writeStringProperty("status", "up");
    if (!parts.isEmpty()) {
      Json.texts(out, "parts", parts, Health.Part::name);
      notes(out, parts.stream().filter(part -> !part.note().isEmpty()).toList());
    }
    out.writeEndObject();
  }

  private static void notes(JsonGenerator out, List<Health.Part> noted) {
    if (!noted.isEmpty()) {
      Json.array(
          out,
          "notes",
          noted,
          (json, part) -> {
            json.writeStartObject();
            json.writeStringProperty("part", part.name());
            json.writeStringProperty("detail", part.note());
            json.writeEndObject();
          });
    }
  }
}
