package dev.pairtrail.adapters.http.access;

import dev.pairtrail.adapters.http.credentials.Caller;
import dev.pairtrail.adapters.http.credentials.Credentials;
import dev.pairtrail.adapters.http.problem.Problem;
import dev.pairtrail.adapters.http.problem.ProblemType;
import dev.pairtrail.adapters.http.problem.RefusedException;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands before every route: finds out who asks, and lets those pass whom the route is for.
 * Thread-safe.
 */
public final class Gate implements Handler {
  private static final String CALLER = "caller";
  private static final String CHALLENGE = "Bearer";
  private static final String INVALID = CHALLENGE + " error=\"invalid_token\"";

  /** A scheme is written in any case (RFC 9110), and its token of these characters (RFC 6750). */
  private static final Pattern BEARER =
      Pattern.compile("Bearer +([A-Za-z0-9._~+/-]+=*)", Pattern.CASE_INSENSITIVE);

  private final Credentials credentials;

  Gate(Credentials credentials) {
    this.credentials = credentials;
  }

  /** Who asks, of a request that was let pass. */
  public static Caller caller(Context ctx) {
    return Objects.requireNonNull(ctx.<Caller>attribute(CALLER));
  }

  @Override
  public void handle(Context ctx) {
    Access access = access(ctx);
    if (access != Access.OPEN) {
      Caller caller = credentials.areConfigured() ? identify(ctx) : new Caller.Anybody();
      access.admit(caller, ctx);
      ctx.attribute(CALLER, caller);
    }
  }

  private static Access access(Context ctx) {
    return ctx.routeRoles().stream()
        .map(Access.class::cast)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a route without access: " + ctx.path()));
  }

  private Caller identify(Context ctx) {
    List<String> given = Collections.list(ctx.req().getHeaders("Authorization"));
    if (given.isEmpty()) {
      throw unauthorized(ctx, CHALLENGE, "This takes Authorization: Bearer, and a key or token.");
    }
    return Optional.of(given)
        .filter(fields -> fields.size() == 1)
        .map(fields -> BEARER.matcher(fields.getFirst()))
        .filter(Matcher::matches)
        .flatMap(bearer -> credentials.caller(bearer.group(1)))
        .orElseThrow(
            () -> unauthorized(ctx, INVALID, "The key or token is not valid, or no more."));
  }

  private static RefusedException unauthorized(Context ctx, String challenge, String detail) {
    ctx.header("WWW-Authenticate", challenge);
    return new RefusedException(Problem.of(ProblemType.UNAUTHORIZED, detail));
  }
}
