package dev.pairtrail.adapters.http;

import dev.pairtrail.adapters.http.json.Json;
import dev.pairtrail.adapters.http.problem.RefusedException;
import dev.pairtrail.adapters.http.request.Bodies;
import dev.pairtrail.adapters.http.request.Headers;
import dev.pairtrail.adapters.http.request.TicketBody;
import dev.pairtrail.application.Outcome;
import dev.pairtrail.application.Tickets;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RequestKey;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.queue.Ticket;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * A batch of tickets on its way. Lines are submitted ahead, so many at once, and answered in their
 * order. For one thread.
 */
final class Batch {
  private final Tickets tickets;
  private final QueueName queue;
  private final Optional<RequestKey> request;
  private final Origin origin;
  private final HttpSettings settings;
  private final Patience patience;
  private final Queue<LineAnswer> underWay = new ArrayDeque<>();
  private int submitted;

  Batch(
      Tickets tickets,
      QueueName queue,
      Optional<RequestKey> request,
      Origin origin,
      HttpSettings settings) {
    this.tickets = tickets;
    this.queue = queue;
    this.request = request;
    this.origin = origin;
    this.settings = settings;
    patience = new Patience(settings.answerWithin());
  }

  /** Enqueues what the lines ask for and writes an answer for each. */
  void run(List<byte[]> lines, HttpServletResponse to) throws IOException {
    for (byte[] line : lines) {
      if (underWay.size() == settings.batchWindow()) {
        answer(underWay.remove(), to);
      }
      underWay.add(submit(line));
    }
    for (LineAnswer next : underWay) {
      answer(next, to);
    }
  }

  private LineAnswer submit(byte[] line) {
    submitted++;
    if (line.length > settings.maxBodyBytes()) {
      return new LineAnswer.Refused(Bodies.tooLarge(settings.maxBodyBytes()));
    }
    try {
      return new LineAnswer.Coming(
          tickets.enqueue(queue, TicketBody.read(line), requestOfLine(), origin));
    } catch (RefusedException e) {
      return new LineAnswer.Refused(e.problem());
    }
  }

  /** Each line has a key of its own, so that a batch can be repeated like a single request. */
  private Optional<RequestKey> requestOfLine() {
    return request.map(key -> Headers.requestKey(key.value() + " line " + submitted));
  }

  /** What is written already is sent before there is a wait. */
  private void answer(LineAnswer answer, HttpServletResponse to) throws IOException {
    if (!answer.isThere()) {
      to.flushBuffer();
    }
    byte[] line =
        switch (answer) {
          case LineAnswer.Refused(var problem) ->
              Json.bytes(out -> LineAnswer.problem(out, problem));
          case LineAnswer.Coming(var outcome) -> line(patience.await(outcome));
        };
    to.getOutputStream().write(line);
    to.getOutputStream().write('\n');
  }

  private byte[] line(Outcome<Ticket> outcome) {
    return Json.bytes(out -> LineAnswer.outcome(out, queue, outcome));
  }
}
