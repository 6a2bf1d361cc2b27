package dev.pairtrail.adapters.http.request;

import dev.pairtrail.adapters.http.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads {@code {"accepted":true}}. */
public final class AcceptanceBody {
  private final JsonBody body;
  private @Nullable Boolean accepted;

  private AcceptanceBody(JsonBody body) {
    this.body = body;
  }

  /**
   * Whether the player accepts.
   *
   * @throws RefusedException with all faults of the body
   */
  public static boolean read(byte[] json) {
    return JsonBody.read(json, body -> new AcceptanceBody(body).read());
  }

  private @Nullable Boolean read() {
    var _ = body.keys(this::key, "accepted");
    return accepted;
  }

  private boolean key(String key) {
    if (!key.equals("accepted")) {
      return false;
    }
    if (body.in().currentToken() == JsonToken.VALUE_FALSE) {
      accepted = false;
    } else if (body.is(JsonToken.VALUE_TRUE, "true or false")) {
      accepted = true;
    }
    return true;
  }
}
