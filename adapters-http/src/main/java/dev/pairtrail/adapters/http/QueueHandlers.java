package dev.pairtrail.adapters.http;

import dev.pairtrail.adapters.http.json.GroupJson;
import dev.pairtrail.adapters.http.json.HistoryJson;
import dev.pairtrail.adapters.http.json.QueueJson;
import dev.pairtrail.adapters.http.json.StateJson;
import dev.pairtrail.adapters.http.problem.Fault;
import dev.pairtrail.adapters.http.problem.Problem;
import dev.pairtrail.adapters.http.problem.RefusedException;
import dev.pairtrail.adapters.http.request.Parameters;
import dev.pairtrail.adapters.http.request.PathIds;
import dev.pairtrail.adapters.http.request.SpanQuery;
import dev.pairtrail.application.Queues;
import dev.pairtrail.application.history.Histories.TooManyEntriesException;
import dev.pairtrail.application.history.LogPoint;
import dev.pairtrail.application.history.Span;
import dev.pairtrail.domain.QueueName;
import io.javalin.http.Context;
import java.util.Optional;

/** What can be asked about queues. */
final class QueueHandlers {
  private final Queues queues;

  QueueHandlers(Queues queues) {
    this.queues = queues;
  }

  void all(Context ctx) {
    Answers.json(ctx, out -> QueueJson.all(out, queues.all()));
  }

  void find(Context ctx) {
    Answers.of(ctx, queues.find(PathIds.queue(ctx)), QueueJson::write);
  }

  void state(Context ctx) {
    QueueName queue = PathIds.queue(ctx);
    Parameters parameters = new Parameters(ctx);
    Optional<LogPoint> at = parameters.read("at", LogPoint::parse);
    parameters.refuseFaults();
    Answers.of(
        ctx,
        at.isPresent() ? queues.state(queue, at.get()) : queues.state(queue),
        (out, state) -> StateJson.write(out, queue, state));
  }

  void history(Context ctx) {
    QueueName queue = PathIds.queue(ctx);
    Span span = SpanQuery.read(ctx, queues.now());
    try {
      Answers.of(ctx, queues.history(queue, span), HistoryJson::write);
    } catch (TooManyEntriesException e) {
      throw new RefusedException(
          Problem.invalid(Fault.parameter("to", String.valueOf(e.getMessage()))));
    }
  }

  void groups(Context ctx) {
    Answers.of(ctx, queues.groups(PathIds.queue(ctx)), GroupJson::all);
  }
}
