package dev.pairtrail.adapters.http.json;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.Player;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Players as they were given. */
final class PlayerJson {
  private PlayerJson() {}

  static void players(JsonGenerator out, List<Player> players) {
    Json.array(out, "players", players, PlayerJson::write);
  }

  private static void write(JsonGenerator out, Player player) {
    out.writeStartObject();
    out.writeStringProperty("id", player.id().value());
    if (!player.attributes().isEmpty()) {
      attributes(out, player);
    }
    if (!player.latencyMs().isEmpty()) {
      latency(out, player);
    }
    out.writeEndObject();
  }

  static void attributes(JsonGenerator out, Player player) {
    out.writeObjectPropertyStart("attributes");
    for (Map.Entry<String, Attribute> attribute : player.attributes().entrySet()) {
      out.writeName(attribute.getKey());
      value(out, attribute.getValue());
    }
    out.writeEndObject();
  }

  static void latency(JsonGenerator out, Player player) {
    out.writeObjectPropertyStart("latency_ms");
    player.latencyMs().forEach(out::writeNumberProperty);
    out.writeEndObject();
  }

  static void value(JsonGenerator out, Attribute attribute) {
    switch (attribute) {
      case Attribute.Numeric(double number) -> Json.number(out, number);
      case Attribute.Text(String text) -> out.writeString(text);
      case Attribute.TextList(List<String> texts) -> {
        out.writeStartArray();
        texts.forEach(out::writeString);
        out.writeEndArray();
      }
    }
  }
}
