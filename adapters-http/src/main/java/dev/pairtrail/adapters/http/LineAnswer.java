package dev.pairtrail.adapters.http;

import dev.pairtrail.adapters.http.json.Json;
import dev.pairtrail.adapters.http.json.TicketJson;
import dev.pairtrail.adapters.http.problem.Problem;
import dev.pairtrail.adapters.http.problem.ProblemJson;
import dev.pairtrail.adapters.http.problem.Problems;
import dev.pairtrail.application.Outcome;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.queue.Ticket;
import java.util.concurrent.CompletableFuture;

/** The answer to a line of a batch: the body that a request of its own would be answered with. */
sealed interface LineAnswer {

  /** The line was submitted. */
  record Coming(QueueName queue, CompletableFuture<Outcome<Ticket>> outcome)
      implements LineAnswer {}

  /** The line cannot be read as a request. */
  record Refused(Problem problem) implements LineAnswer {}

  /** Whether there is nothing to wait for. */
  default boolean isThere() {
    return switch (this) {
      case Coming coming -> coming.outcome().isDone();
      case Refused _ -> true;
    };
  }

  /** The answer as JSON, once it is there. */
  default byte[] json(Patience patience) {
    return switch (this) {
      case Coming(var queue, var coming) -> json(queue, patience.await(coming));
      case Refused(var problem) -> json(problem);
    };
  }

  private static byte[] json(QueueName queue, Outcome<Ticket> outcome) {
    return switch (outcome) {
      case Outcome.Done<Ticket>(var ticket) ->
          Json.bytes(out -> TicketJson.write(out, queue, ticket));
      case Outcome.Rejected<Ticket>(var reason) -> json(Problems.of(reason));
      case Outcome.NoSuchQueue<Ticket>(var name) -> json(Problems.noSuchQueue(name));
      case Outcome.Unavailable<Ticket>(var cause, var _) -> json(Problems.unavailable(cause));
    };
  }

  private static byte[] json(Problem problem) {
    return ProblemJson.bytes(problem);
  }
}
