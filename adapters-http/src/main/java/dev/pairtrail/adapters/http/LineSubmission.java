package dev.pairtrail.adapters.http;

import dev.pairtrail.adapters.http.problem.RefusedException;
import dev.pairtrail.adapters.http.request.Bodies;
import dev.pairtrail.adapters.http.request.Headers;
import dev.pairtrail.adapters.http.request.PathIds;
import dev.pairtrail.adapters.http.request.TicketBody;
import dev.pairtrail.application.Tickets;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RequestKey;
import dev.pairtrail.domain.event.Metadata.Origin;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Function;

/** Enqueues what the lines of one batch ask for. For one thread. */
final class LineSubmission implements Function<byte[], LineAnswer> {
  private final Tickets tickets;
  private final int maxBytes;
  private final QueueName queue;
  private final Optional<RequestKey> request;
  private final Origin origin;
  private int submitted;

  /**
   * Reads from a request what its lines have in common.
   *
   * @param lines how many there are
   * @param maxBytes most bytes of a line
   * @throws RefusedException if the last line could not have a key of its own
   */
  LineSubmission(Context ctx, Tickets tickets, int lines, int maxBytes) {
    this.tickets = tickets;
    this.maxBytes = maxBytes;
    queue = PathIds.queue(ctx);
    request = Headers.requestKey(ctx);
    request.ifPresent(key -> Headers.lineKey(key, lines));
    origin = Headers.origin(ctx);
  }

  @Override
  public LineAnswer apply(byte[] line) {
    submitted++;
    if (line.length > maxBytes) {
      return new LineAnswer.Refused(Bodies.tooLarge(maxBytes));
    }
    try {
      var outcome = tickets.enqueue(queue, TicketBody.read(line), requestOfLine(), origin);
      return new LineAnswer.Coming(queue, outcome);
    } catch (RefusedException e) {
      return new LineAnswer.Refused(e.problem());
    }
  }

  private Optional<RequestKey> requestOfLine() {
    return request.map(key -> Headers.lineKey(key, submitted));
  }
}
