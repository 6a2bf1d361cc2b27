package dev.pairtrail.adapters.http.json;

import dev.pairtrail.application.Health;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** An instance that can do its work. */
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
    }
    List<Health.Part> broken = parts.stream().filter(part -> !part.works()).toList();
    if (!broken.isEmpty()) {
      Json.array(out, "problems", broken, HealthJson::problem);
    }
    out.writeEndObject();
  }

  private static void problem(JsonGenerator out, Health.Part part) {
    out.writeStartObject();
    out.writeStringProperty("part", part.name());
    out.writeStringProperty("detail", part.problem());
    out.writeEndObject();
  }
}
