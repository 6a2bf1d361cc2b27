package dev.pairtrail.adapters.http.json;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** JSON as text, and the shapes that Jackson has no method for. */
public final class Json {
  /** Reads and writes; strict. */
  public static final JsonFactory FACTORY = new JsonFactory();

  /** Beyond it not every whole double is exact. */
  private static final double LARGEST_EXACT = 1L << 53;

  private static final int USUAL_SIZE = 512;

  private Json() {}

  /** One JSON value in UTF-8. */
  public static byte[] bytes(Consumer<JsonGenerator> value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
    try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      value.accept(out);
    }
    return bytes.toByteArray();
  }

  /** An array under a name. */
  static <T> void array(
      JsonGenerator out, String name, Collection<T> items, BiConsumer<JsonGenerator, T> item) {
    out.writeName(name);
    out.writeStartArray();
    items.forEach(one -> item.accept(out, one));
    out.writeEndArray();
  }

  /** An array of texts under a name. */
  static <T> void texts(
      JsonGenerator out, String name, Collection<T> items, Function<T, String> text) {
    array(out, name, items, (to, item) -> to.writeString(text.apply(item)));
  }

  /** A number; one that is whole is written without a fraction. */
  static void number(JsonGenerator out, double value) {
    if (value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT) {
      out.writeNumber((long) value);
    } else {
      out.writeNumber(value);
    }
  }

  /** A number under a name. */
  static void number(JsonGenerator out, String name, double value) {
    out.writeName(name);
    number(out, value);
  }
}
