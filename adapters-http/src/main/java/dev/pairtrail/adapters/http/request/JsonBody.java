package dev.pairtrail.adapters.http.request;

import dev.pairtrail.adapters.http.json.Json;
import dev.pairtrail.adapters.http.problem.Fault;
import dev.pairtrail.adapters.http.problem.Problem;
import dev.pairtrail.adapters.http.problem.RefusedException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * A JSON body, read in one pass from its first byte to its last. What is wrong is noted with its
 * pointer, and reading goes on, so that all faults are found at once.
 */
final class JsonBody {
  private final JsonParser in;
  private final List<Fault> faults;

  private JsonBody(JsonParser in, List<Fault> faults) {
    this.in = in;
    this.faults = faults;
  }

  /**
   * Reads a whole body.
   *
   * @param reader reads one value; what it returns counts only if it noted no fault
   * @throws RefusedException if it noted one, or the body is no JSON value
   */
  static <T> T read(byte[] body, Function<JsonBody, @Nullable T> reader) {
    List<Fault> faults = new ArrayList<>(0);
    T value = null;
    try (JsonParser in = Json.FACTORY.createParser(ObjectReadContext.empty(), body)) {
      value = new JsonBody(in, faults).whole(reader);
    } catch (JacksonException e) {
      faults.add(malformed(e));
    }
    if (value == null || !faults.isEmpty()) {
      throw new RefusedException(Problem.invalid(faults));
    }
    return value;
  }

  private <T> @Nullable T whole(Function<JsonBody, @Nullable T> reader) {
    if (in.nextToken() == null) {
      faults.add(Fault.at("", "is empty, but a JSON object is needed"));
      return null;
    }
    T value = reader.apply(this);
    if (in.nextToken() != null) {
      faults.add(Fault.at("", "has more after the JSON object"));
    }
    return value;
  }

  private static Fault malformed(JacksonException e) {
    var location = e.getLocation();
    String at =
        location == null
            ? ""
            : ": see line " + location.getLineNr() + ", column " + location.getColumnNr();
    return Fault.at("", "is not well-formed JSON" + at);
  }

  /** Notes a fault at the current place. */
  void fault(String detail) {
    faults.add(Fault.at(pointer(), detail));
  }

  /** Notes a fault below the current place. */
  void faultAt(String key, String detail) {
    faults.add(Fault.at(pointer() + segment(key), detail));
  }

  /** Notes a fault two keys below the current place. */
  void faultAt(String key, String below, String detail) {
    faults.add(Fault.at(pointer() + segment(key) + segment(below), detail));
  }

  private static String segment(String key) {
    return "/" + key.replace("~", "~0").replace("/", "~1");
  }

  private String pointer() {
    return in.streamReadContext().pathAsPointer().toString();
  }

  /** Whether the current value is of that kind; if not, that is noted and the value passed over. */
  boolean is(JsonToken token, String kind) {
    boolean is = in.currentToken() == token;
    if (!is) {
      fault("must be " + kind);
      in.skipChildren();
    }
    return is;
  }

  /** The next key of the current object, its value being the current one then; null at its end. */
  @Nullable String nextKey() {
    String key = in.nextName();
    if (key != null) {
      in.nextToken();
      var _ = isWhole(key);
    }
    return key;
  }

  /** Goes to the next item of the current array; false at its end. */
  boolean nextItem() {
    return in.nextToken() != JsonToken.END_ARRAY;
  }

  /** Passes over a value whose key is not known: it is usually a typing error. */
  void unknownKey() {
    fault("is not a key that belongs here");
    in.skipChildren();
  }

  /** The text that is the current value. */
  @Nullable String text() {
    if (!is(JsonToken.VALUE_STRING, "a string")) {
      return null;
    }
    String text = in.getString();
    return isWhole(text) ? text : null;
  }

  /** Half a pair of surrogates is no character, and no store would give it back. */
  private boolean isWhole(String text) {
    int character;
    for (int i = 0; i < text.length(); i += Character.charCount(character)) {
      character = text.codePointAt(i);
      if (Character.getType(character) == Character.SURROGATE) {
        fault("has half of a character, an unpaired surrogate");
        return false;
      }
    }
    return true;
  }

  /**
   * Reads the keys of the current object, each once.
   *
   * @param reader reads the value of a key; false if it knows none of that name
   * @param required what must be among them
   * @return whether it is an object
   */
  boolean keys(Predicate<String> reader, String... required) {
    if (!is(JsonToken.START_OBJECT, "an object")) {
      return false;
    }
    Set<String> seen = new HashSet<>();
    for (String key = nextKey(); key != null; key = nextKey()) {
      if (!seen.add(key)) {
        fault("is given twice");
        in.skipChildren();
      } else if (!reader.test(key)) {
        unknownKey();
      }
    }
    Stream.of(required)
        .filter(key -> !seen.contains(key))
        .forEach(key -> faultAt(key, "is required"));
    return true;
  }

  /** The whole number from least on that is the current value. */
  @Nullable Integer count(int least) {
    String kind = "a whole number, " + least + " or more";
    if (!is(JsonToken.VALUE_NUMBER_INT, kind)) {
      return null;
    }
    boolean fits = in.getNumberType() == JsonParser.NumberType.INT && in.getIntValue() >= least;
    if (!fits) {
      fault("must be " + kind);
    }
    return fits ? (Integer) in.getIntValue() : null;
  }

  JsonParser in() {
    return in;
  }

  /** Makes a value of the domain; if the domain refuses it, that is noted. */
  <T> @Nullable T make(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      fault(String.valueOf(e.getMessage()));
      return null;
    }
  }
}
