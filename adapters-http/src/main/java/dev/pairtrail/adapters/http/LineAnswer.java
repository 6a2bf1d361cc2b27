package dev.pairtrail.adapters.http;

import dev.pairtrail.adapters.http.json.TicketJson;
import dev.pairtrail.adapters.http.problem.Problem;
import dev.pairtrail.adapters.http.problem.ProblemJson;
import dev.pairtrail.adapters.http.problem.Problems;
import dev.pairtrail.application.Outcome;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.queue.Ticket;
import java.util.concurrent.CompletableFuture;
import tools.jackson.core.JsonGenerator;

/** The answer to a line of a batch. */
sealed interface LineAnswer {

  /** The line was submitted. */
  record Coming(CompletableFuture<Outcome<Ticket>> outcome) implements LineAnswer {}

  /** The line is none. */
  record Refused(Problem problem) implements LineAnswer {}

  /** Whether there is nothing to wait for. */
  default boolean isThere() {
    return switch (this) {
      case Coming(var outcome) -> outcome.isDone();
      case Refused _ -> true;
    };
  }

  static void outcome(JsonGenerator out, QueueName queue, Outcome<Ticket> outcome) {
    switch (outcome) {
      case Outcome.Done<Ticket>(var ticket) -> ticket(out, queue, ticket);
      case Outcome.Rejected<Ticket>(var reason) -> problem(out, Problems.of(reason));
      case Outcome.NoSuchQueue<Ticket>(var name) -> problem(out, Problems.noSuchQueue(name));
      case Outcome.Unavailable<Ticket>(var cause, var _) ->
          problem(out, Problems.unavailable(cause));
    }
  }

  private static void ticket(JsonGenerator out, QueueName queue, Ticket ticket) {
    out.writeStartObject();
    out.writeNumberProperty("status", 201);
    out.writeName("ticket");
    TicketJson.write(out, queue, ticket);
    out.writeEndObject();
  }

  static void problem(JsonGenerator out, Problem problem) {
    out.writeStartObject();
    out.writeNumberProperty("status", problem.status());
    out.writeName("problem");
    ProblemJson.write(out, problem);
    out.writeEndObject();
  }
}
