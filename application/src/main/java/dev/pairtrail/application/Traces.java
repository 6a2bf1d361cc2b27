package dev.pairtrail.application;

import dev.pairtrail.application.engine.QueueRuntime;
import dev.pairtrail.application.history.LogPoint;
import dev.pairtrail.application.history.States;
import dev.pairtrail.application.history.Traced;
import dev.pairtrail.application.history.Tracer;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.queue.QueueState;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/** The stories of tickets. Thread-safe. */
public final class Traces {
  private final Registry queues;
  private final InstantSource clock;
  private final Turnstile travels;

  Traces(Registry queues, InstantSource clock, Turnstile travels) {
    this.queues = queues;
    this.clock = clock;
    this.travels = travels;
  }

  /**
   * Tells a ticket's story up to a place of the log. At its end, who waits is judged as of now, to
   * the millisecond.
   *
   * @param with another ticket that is held against it
   * @throws OverloadedException if too many ask for the past at once
   */
  public Outcome<Traced> find(
      QueueName queue, TicketId ticket, LogPoint at, Optional<TicketId> with) {
    return queues
        .find(queue)
        .<Outcome<Traced>>map(
            runtime -> new Outcome.Done<>(travels.within(() -> find(runtime, ticket, at, with))))
        .orElseGet(() -> new Outcome.NoSuchQueue<>(queue));
  }

  private Traced find(QueueRuntime runtime, TicketId ticket, LogPoint at, Optional<TicketId> with) {
    if (at instanceof LogPoint.End) {
      var _ =
          runtime.find(state -> state.ticket(ticket)); // Another instance may just have made it.
    }
    Tracer tracer = new Tracer(runtime.recorded(), states(runtime));
    return tracer.trace(
        new Tracer.Question(
            ticket, at, Optional.of(clock.instant().truncatedTo(ChronoUnit.MILLIS)), with));
  }

  /** The state at the end is at hand. */
  private static States states(QueueRuntime runtime) {
    States past = runtime.past();
    return new States() {
      @Override
      public <T> T ask(LogPoint at, Function<QueueState, T> question) {
        return at instanceof LogPoint.End ? runtime.ask(question) : past.ask(at, question);
      }
    };
  }
}
