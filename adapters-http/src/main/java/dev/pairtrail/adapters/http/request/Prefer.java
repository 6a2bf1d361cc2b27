package dev.pairtrail.adapters.http.request;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The preference {@code wait} (RFC 7240): how long a client would have its answer held. */
public final class Prefer {
  private static final Pattern WAIT = Pattern.compile("wait\\s*=\\s*\"?(\\d{1,9})\"?");
  private static final Pattern BETWEEN = Pattern.compile("[,;]");

  private Prefer() {}

  /** The wait, at most so long; empty if none is preferred, or none that can be understood. */
  public static Optional<Duration> wait(Context ctx, Duration max) {
    return Collections.list(ctx.req().getHeaders("Prefer")).stream()
        .flatMap(BETWEEN::splitAsStream)
        .map(preference -> WAIT.matcher(preference.strip().toLowerCase(Locale.ROOT)))
        .filter(Matcher::matches)
        .findFirst()
        .map(matcher -> Duration.ofSeconds(Long.parseLong(matcher.group(1))))
        .map(wait -> wait.compareTo(max) < 0 ? wait : max);
  }
}
