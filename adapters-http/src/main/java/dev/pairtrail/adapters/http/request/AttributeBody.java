package dev.pairtrail.adapters.http.request;

import dev.pairtrail.domain.Attribute;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads the value of an attribute: a number, a text or several texts. */
final class AttributeBody {
  private final JsonBody body;

  AttributeBody(JsonBody body) {
    this.body = body;
  }

  /** The value, or null if that is none and the faults are noted. */
  @Nullable Attribute read() {
    return switch (body.in().currentToken()) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      case VALUE_STRING -> text();
      case START_ARRAY -> texts();
      default -> {
        body.is(JsonToken.VALUE_STRING, "a number, a string or an array of strings");
        yield null;
      }
    };
  }

  private @Nullable Attribute number() {
    double value = body.in().getDoubleValue();
    return body.make(() -> new Attribute.Numeric(value));
  }

  private @Nullable Attribute text() {
    String value = body.text();
    return value == null ? null : body.make(() -> new Attribute.Text(value));
  }

  private @Nullable Attribute texts() {
    List<String> values = new ArrayList<>();
    while (body.nextItem()) {
      String value = body.text();
      if (value != null) {
        values.add(value);
      }
    }
    return body.make(() -> new Attribute.TextList(values));
  }
}
