package dev.pairtrail.adapters.http;

import dev.pairtrail.adapters.http.problem.Problem;
import dev.pairtrail.adapters.http.problem.ProblemType;
import dev.pairtrail.adapters.http.problem.RefusedException;
import dev.pairtrail.adapters.http.request.Bodies;
import dev.pairtrail.adapters.http.request.Lines;
import dev.pairtrail.adapters.http.request.PathIds;
import dev.pairtrail.application.Pairtrail;
import dev.pairtrail.application.Queues;
import dev.pairtrail.application.Tickets;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;

/** Many tickets in one request: a line for each, and a line of the answer for each. */
final class BatchHandler {
  private final Tickets tickets;
  private final Queues queues;
  private final HttpSettings settings;
  private final Patience patience;
  private final Bodies bodies;

  BatchHandler(Pairtrail application, HttpSettings settings, Patience patience) {
    tickets = application.tickets();
    queues = application.queues();
    this.settings = settings;
    this.patience = patience;
    bodies = new Bodies(NdjsonFeed.MEDIA_TYPE, settings.maxBatchBytes());
  }

  void enqueue(Context ctx) throws IOException {
    List<byte[]> lines = Lines.of(bodies.read(ctx));
    requireFew(lines);
    var submission = new LineSubmission(ctx, tickets, lines.size(), settings.maxBodyBytes());
    Answers.when(
        ctx,
        queues.find(PathIds.queue(ctx)),
        _ ->
            new Batch(submission, settings.batchWindow(), patience)
                .run(lines, ctx.contentType(NdjsonFeed.MEDIA_TYPE).res()));
  }

  private void requireFew(List<byte[]> lines) {
    if (lines.size() > settings.maxBatchLines()) {
      throw new RefusedException(
          Problem.of(
              ProblemType.PAYLOAD_TOO_LARGE,
              "A batch has at most " + settings.maxBatchLines() + " lines."));
    }
  }
}
