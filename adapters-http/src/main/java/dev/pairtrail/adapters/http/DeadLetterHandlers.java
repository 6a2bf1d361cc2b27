package dev.pairtrail.adapters.http;

import dev.pairtrail.adapters.http.access.Gate;
import dev.pairtrail.adapters.http.json.DeadLetterJson;
import dev.pairtrail.adapters.http.problem.Problems;
import dev.pairtrail.adapters.http.request.PageQuery;
import dev.pairtrail.adapters.http.request.PathIds;
import dev.pairtrail.application.DeadLetters;
import dev.pairtrail.application.Outcome;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import io.javalin.http.Context;

/** What an operator does about entries that a consumer group gave up. */
final class DeadLetterHandlers {
  private final DeadLetters deadLetters;

  DeadLetterHandlers(DeadLetters deadLetters) {
    this.deadLetters = deadLetters;
  }

  void list(Context ctx) {
    QueueName queue = PathIds.queue(ctx);
    PageQuery page = PageQuery.read(ctx);
    Answers.of(ctx, deadLetters.list(queue, page.after(), page.limit()), DeadLetterJson::all);
  }

  void retry(Context ctx) {
    Position position = PathIds.position(ctx);
    answer(ctx, position, deadLetters.retry(PathIds.queue(ctx), position));
  }

  void discard(Context ctx) {
    Position position = PathIds.position(ctx);
    answer(
        ctx, position, deadLetters.discard(PathIds.queue(ctx), position, Gate.caller(ctx).key()));
  }

  private static void answer(Context ctx, Position position, Outcome<Boolean> found) {
    Answers.when(
        ctx,
        found,
        there -> {
          if (there) {
            Answers.nothing(ctx);
          } else {
            Answers.problem(ctx, Problems.notFound("dead letter at", position.toString()));
          }
        });
  }
}
