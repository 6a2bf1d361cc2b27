package dev.pairtrail.adapters.http;

import dev.pairtrail.adapters.http.json.Json;
import dev.pairtrail.adapters.http.problem.Problem;
import dev.pairtrail.adapters.http.problem.ProblemJson;
import dev.pairtrail.adapters.http.problem.Problems;
import dev.pairtrail.application.Outcome;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** Writes answers. */
final class Answers {
  static final String JSON = "application/json";

  private Answers() {}

  static void json(Context ctx, Consumer<JsonGenerator> body) {
    ctx.contentType(JSON).result(Json.bytes(body));
  }

  static void nothing(Context ctx) {
    ctx.status(HttpStatus.NO_CONTENT);
    ctx.res().setContentType(null);
  }

  static void problem(Context ctx, Problem problem) {
    if (problem.passes()) {
      ctx.header("Retry-After", "1");
    }
    ctx.status(problem.status());
    ctx.contentType(Problem.MEDIA_TYPE).result(ProblemJson.bytes(problem));
  }

  /** Answers what came of a use case: its value as JSON, or the problem. */
  static <T> void of(Context ctx, Outcome<T> outcome, BiConsumer<JsonGenerator, T> json) {
    when(ctx, outcome, value -> json(ctx, out -> json.accept(out, value)));
  }

  /** What a handler does with the value of a use case. */
  @FunctionalInterface
  interface Then<T, X extends Exception> {
    void accept(T value) throws X;
  }

  /** Leaves the value of a use case to a handler, and answers the problem if there is none. */
  static <T, X extends Exception> void when(Context ctx, Outcome<T> outcome, Then<T, X> done)
      throws X {
    switch (outcome) {
      case Outcome.Done<T>(T value) -> done.accept(value);
      case Outcome.Rejected<T>(var reason) -> problem(ctx, Problems.of(reason));
      case Outcome.NoSuchQueue<T>(var queue) -> problem(ctx, Problems.noSuchQueue(queue));
      case Outcome.Unavailable<T>(var cause, var _) -> problem(ctx, Problems.unavailable(cause));
    }
  }
}
