package dev.pairtrail.adapters.http.request;

import dev.pairtrail.adapters.http.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads an object with one text, such as {@code {"reason":"…"}}. */
public final class TextBody {
  private static final int MAX_LENGTH = 512;

  private final String name;
  private final JsonBody body;
  private boolean given;
  private @Nullable String value;

  private TextBody(String name, JsonBody body) {
    this.name = name;
    this.body = body;
  }

  /**
   * The text under the name, 1 to {@value #MAX_LENGTH} characters.
   *
   * @throws RefusedException with all faults of the body
   */
  public static String read(byte[] json, String name) {
    return JsonBody.read(json, body -> new TextBody(name, body).read());
  }

  private @Nullable String read() {
    if (!body.is(JsonToken.START_OBJECT, "an object")) {
      return null;
    }
    for (String key = body.nextKey(); key != null; key = body.nextKey()) {
      if (key.equals(name)) {
        text();
      } else {
        body.unknownKey();
      }
    }
    if (!given) {
      body.faultAt(name, "is required");
    }
    return value;
  }

  private void text() {
    if (given) {
      body.fault("is given twice");
    }
    given = true;
    value = body.text();
    if (value != null && (value.isBlank() || value.length() > MAX_LENGTH)) {
      body.fault("must have 1 to " + MAX_LENGTH + " characters, not only blanks");
    }
  }
}
