package dev.pairtrail.application;

import dev.pairtrail.application.engine.Answers;
import dev.pairtrail.application.engine.QueueRuntime;
import dev.pairtrail.application.engine.Subscription;
import dev.pairtrail.application.port.Ids;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RequestKey;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.queue.Command.CancelTicket;
import dev.pairtrail.domain.queue.Command.Enqueue;
import dev.pairtrail.domain.queue.Rejection;
import dev.pairtrail.domain.queue.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** What can be done with tickets. Thread-safe. */
public final class Tickets {
  private final Registry queues;
  private final Ids ids;
  private final InstantSource clock;
  private final Duration answerWithin;

  Tickets(Registry queues, Environment environment) {
    this.queues = queues;
    ids = environment.ids();
    clock = environment.clock();
    answerWithin = environment.settings().answerWithin();
  }

  /** Lets players wait; a known request key with the same players answers the ticket it made. */
  public CompletableFuture<Outcome<Ticket>> enqueue(
      QueueName queue, List<Player> players, Optional<RequestKey> request, Origin origin) {
    Optional<QueueRuntime> runtime = queues.find(queue);
    if (runtime.isEmpty()) {
      return CompletableFuture.completedFuture(new Outcome.NoSuchQueue<>(queue));
    }
    TicketId id = ids.newTicket();
    return runtime
        .get()
        .submit(
            new Enqueue(id, players, request),
            origin,
            state ->
                request
                    .map(Tag::request)
                    .flatMap(state::ticketOfRequest)
                    .or(() -> state.ticket(id))
                    .orElseThrow());
  }

  public Outcome<Ticket> find(QueueName queue, TicketId id) {
    return in(queue, runtime -> find(runtime, id));
  }

  private static Outcome<Ticket> find(QueueRuntime queue, TicketId id) {
    return queue
        .find(state -> state.ticket(id))
        .<Outcome<Ticket>>map(Outcome.Done::new)
        .orElseGet(() -> new Outcome.Rejected<>(new Rejection.UnknownTicket(id)));
  }

  /** Like {@link #find}, but the answer is held until the ticket's state changes, for so long. */
  public Outcome<Ticket> awaitChange(QueueName queue, TicketId id, Duration wait) {
    return in(
        queue,
        runtime -> {
          Instant until = clock.instant().plus(wait);
          try (Subscription changes = runtime.subscribe(Optional.of(Tag.ticket(id)))) {
            return awaitChange(() -> find(runtime, id), changes, until);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return find(runtime, id);
          }
        });
  }

  private Outcome<Ticket> awaitChange(
      Supplier<Outcome<Ticket>> look, Subscription changes, Instant until)
      throws InterruptedException {
    Outcome<Ticket> found = look.get();
    Duration left = Duration.between(clock.instant(), until);
    boolean ended = false;
    while (isWaiting(found) && left.isPositive() && !ended) {
      ended = changes.next(left).ended();
      found = look.get();
      left = Duration.between(clock.instant(), until);
    }
    return found;
  }

  private static boolean isWaiting(Outcome<Ticket> found) {
    return found instanceof Outcome.Done<Ticket>(Ticket ticket) && ticket.isWaiting();
  }

  /** Takes a waiting ticket out of the queue; one that has left already stays as it is. */
  public Outcome<Ticket> cancel(QueueName queue, TicketId id, Origin origin) {
    return in(
        queue,
        runtime ->
            Answers.await(
                runtime.submit(
                    new CancelTicket(id), origin, state -> state.ticket(id).orElseThrow()),
                answerWithin));
  }

  private <T> Outcome<T> in(QueueName queue, Function<QueueRuntime, Outcome<T>> useCase) {
    return queues.find(queue).map(useCase).orElseGet(() -> new Outcome.NoSuchQueue<>(queue));
  }
}
