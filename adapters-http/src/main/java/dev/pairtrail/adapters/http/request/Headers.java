package dev.pairtrail.adapters.http.request;

import dev.pairtrail.adapters.http.problem.Fault;
import dev.pairtrail.adapters.http.problem.Problem;
import dev.pairtrail.adapters.http.problem.RefusedException;
import dev.pairtrail.domain.RequestKey;
import dev.pairtrail.domain.event.Metadata.Origin;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header fields that commands take. */
public final class Headers {
  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private static final String TRACE = "-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}";

  /** Of the W3C's Trace Context; a version after the first may append to it. */
  private static final Pattern TRACEPARENT =
      Pattern.compile("00" + TRACE + "|(?!00|ff)[0-9a-f]{2}" + TRACE + "(-.{0,200})?");

  private Headers() {}

  /** The name that the client gives its request. */
  public static Optional<RequestKey> requestKey(Context ctx) {
    String given = ctx.header(IDEMPOTENCY_KEY);
    return given == null ? Optional.empty() : Optional.of(requestKey(given));
  }

  /**
   * The name of one line of a batch, so that a batch can be repeated like a single request.
   *
   * @param batch the name of the whole
   * @param line counted from 1
   */
  public static RequestKey lineKey(RequestKey batch, int line) {
    return requestKey(batch.value() + " line " + line);
  }

  private static RequestKey requestKey(String text) {
    try {
      return new RequestKey(text);
    } catch (IllegalArgumentException e) {
      String detail = e.getMessage() + ", not the " + text.length() + " of \"" + text + "\"";
      throw new RefusedException(Problem.invalid(Fault.header(IDEMPOTENCY_KEY, detail)));
    }
  }

  /** Where a command comes from: the client's trace context, if it is well-formed. */
  public static Origin origin(Context ctx) {
    String traceparent = ctx.header("traceparent");
    return isTraceparent(traceparent)
        ? new Origin(Optional.empty(), Optional.ofNullable(traceparent))
        : Origin.NONE;
  }

  static boolean isTraceparent(@Nullable String text) {
    return text != null && TRACEPARENT.matcher(text).matches();
  }
}
