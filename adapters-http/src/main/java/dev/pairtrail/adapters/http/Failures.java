package dev.pairtrail.adapters.http;

import dev.pairtrail.adapters.http.problem.Problem;
import dev.pairtrail.adapters.http.problem.ProblemType;
import dev.pairtrail.adapters.http.problem.Problems;
import dev.pairtrail.adapters.http.problem.RefusedException;
import dev.pairtrail.application.Outcome.Cause;
import dev.pairtrail.application.OverloadedException;
import dev.pairtrail.application.StoreUnavailableException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is answered when a handler throws. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  static void map(RoutesConfig routes) {
    routes.exception(RefusedException.class, (e, ctx) -> Answers.problem(ctx, e.problem()));
    routes.exception(HttpResponseException.class, Failures::refusedByJavalin);
    routes.exception(OverloadedException.class, (e, ctx) -> unavailable(ctx, Cause.OVERLOADED, e));
    routes.exception(StoreUnavailableException.class, (e, ctx) -> unavailable(ctx, Cause.STORE, e));
    routes.exception(Exception.class, Failures::failed);
  }

  /** The details of a 405 are the methods that are allowed. */
  private static void refusedByJavalin(HttpResponseException e, Context ctx) {
    if (e.getStatus() == ProblemType.METHOD_NOT_ALLOWED.status()) {
      ctx.header("Allow", String.join(", ", e.getDetails().values()));
    }
    Answers.problem(ctx, Problem.ofStatus(e.getStatus()));
  }

  private static void unavailable(Context ctx, Cause cause, Exception e) {
    LOG.warn("{} {}: {}", ctx.method(), ctx.path(), e.toString());
    answer(ctx, Problems.unavailable(cause));
  }

  private static void failed(Exception e, Context ctx) {
    LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
    answer(ctx, Problem.ofStatus(500));
  }

  private static void answer(Context ctx, Problem problem) {
    if (ctx.res().isCommitted()) {
      Connections.abort(ctx.req());
    } else {
      Answers.problem(ctx, problem);
    }
  }

  /** Lets an error of the JVM, which Javalin answers without a body, fail like an exception. */
  static Handler guard(Endpoint endpoint) {
    return ctx -> {
      try {
        endpoint.handler.handle(ctx);
      } catch (StackOverflowError | OutOfMemoryError | LinkageError | AssertionError e) {
        throw new IllegalStateException(e);
      }
    };
  }
}
