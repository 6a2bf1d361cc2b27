package dev.pairtrail.adapters.http;

import dev.pairtrail.adapters.http.json.GroupJson;
import dev.pairtrail.adapters.http.json.QueueJson;
import dev.pairtrail.adapters.http.json.StateJson;
import dev.pairtrail.adapters.http.request.Parameters;
import dev.pairtrail.adapters.http.request.PathIds;
import dev.pairtrail.application.Queues;
import dev.pairtrail.domain.QueueName;
import io.javalin.http.Context;

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
    new Parameters(ctx).without("at", "only the state as of now can be shown").refuseFaults();
    Answers.of(ctx, queues.state(queue), (out, state) -> StateJson.write(out, queue, state));
  }

  void groups(Context ctx) {
    Answers.of(ctx, queues.groups(PathIds.queue(ctx)), GroupJson::all);
  }
}
