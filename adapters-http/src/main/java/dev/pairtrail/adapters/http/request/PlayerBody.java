package dev.pairtrail.adapters.http.request;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

/** Reads one player: {@code {"id":…,"attributes":{…},"latency_ms":{…}}}. */
final class PlayerBody {
  private final JsonBody body;
  private boolean idGiven;
  private @Nullable PlayerId id;
  private @Nullable Map<String, Attribute> attributes;
  private @Nullable Map<String, Integer> latency;

  PlayerBody(JsonBody body) {
    this.body = body;
  }

  /** The player, or null if that is none and the faults are noted. */
  @Nullable Player read() {
    if (!body.is(JsonToken.START_OBJECT, "an object")) {
      return null;
    }
    for (String key = body.nextKey(); key != null; key = body.nextKey()) {
      key(key);
    }
    if (!idGiven) {
      body.faultAt("id", "is required");
    }
    return id == null ? null : player(id);
  }

  private void key(String key) {
    switch (key) {
      case "id" -> id();
      case "attributes" -> attributes();
      case "latency_ms" -> latency();
      default -> body.unknownKey();
    }
  }

  private void id() {
    once(idGiven);
    idGiven = true;
    String text = body.text();
    id = text == null ? null : body.make(() -> new PlayerId(text));
  }

  private void once(boolean given) {
    if (given) {
      body.fault("is given twice");
    }
  }

  private void attributes() {
    once(attributes != null);
    Map<String, Attribute> read = new LinkedHashMap<>();
    attributes = read;
    if (body.is(JsonToken.START_OBJECT, "an object")) {
      for (String key = body.nextKey(); key != null; key = body.nextKey()) {
        Attribute value = new AttributeBody(body).read();
        once(value != null && read.put(key, value) != null);
      }
    }
  }

  private void latency() {
    once(latency != null);
    Map<String, Integer> read = new LinkedHashMap<>();
    latency = read;
    if (body.is(JsonToken.START_OBJECT, "an object")) {
      for (String key = body.nextKey(); key != null; key = body.nextKey()) {
        Integer millis = integer();
        once(millis != null && read.put(key, millis) != null);
      }
    }
  }

  private @Nullable Integer integer() {
    if (!body.is(JsonToken.VALUE_NUMBER_INT, "an integer")) {
      return null;
    }
    if (body.in().getNumberType() != NumberType.INT) {
      body.fault("is out of range");
      return null;
    }
    return body.in().getIntValue();
  }

  private @Nullable Player player(PlayerId id) {
    Map<String, Attribute> given = attributes == null ? Map.of() : attributes;
    Map<String, Integer> millis = latency == null ? Map.of() : latency;
    try {
      return new Player(id, given, millis);
    } catch (IllegalArgumentException e) {
      new PlayerFaults(body, id).note(given, millis, String.valueOf(e.getMessage()));
      return null;
    }
  }
}
