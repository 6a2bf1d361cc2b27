package dev.pairtrail.adapters.http;

import dev.pairtrail.adapters.http.access.Gate;
import dev.pairtrail.adapters.http.credentials.Caller;
import dev.pairtrail.adapters.http.json.TicketJson;
import dev.pairtrail.adapters.http.request.Bodies;
import dev.pairtrail.adapters.http.request.Headers;
import dev.pairtrail.adapters.http.request.PathIds;
import dev.pairtrail.adapters.http.request.Prefer;
import dev.pairtrail.adapters.http.request.TicketBody;
import dev.pairtrail.application.Outcome;
import dev.pairtrail.application.Tickets;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.queue.Ticket;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tickets, one by one. */
final class TicketHandlers {
  private final Tickets tickets;
  private final Bodies bodies;
  private final Patience patience;
  private final Duration maxWait;

  TicketHandlers(Tickets tickets, HttpSettings settings, Patience patience) {
    this.tickets = tickets;
    bodies = new Bodies(Answers.JSON, settings.maxBodyBytes());
    this.patience = patience;
    maxWait = settings.maxWait();
  }

  void enqueue(Context ctx) throws IOException {
    QueueName queue = PathIds.queue(ctx);
    var key = Headers.requestKey(ctx);
    List<Player> players = TicketBody.read(bodies.read(ctx));
    Gate.caller(ctx).requireAlone(ids(players));
    Answers.when(
        ctx,
        patience.await(tickets.enqueue(queue, players, key, Headers.origin(ctx))),
        ticket -> created(ctx, queue, ticket));
  }

  private static List<PlayerId> ids(List<Player> players) {
    return players.stream().map(Player::id).toList();
  }

  private static void created(Context ctx, QueueName queue, Ticket ticket) {
    ctx.status(HttpStatus.CREATED);
    ctx.header("Location", "/v1/queues/" + queue.value() + "/tickets/" + ticket.id().value());
    Answers.json(ctx, out -> TicketJson.write(out, queue, ticket));
  }

  void find(Context ctx) {
    QueueName queue = PathIds.queue(ctx);
    TicketId id = PathIds.ticket(ctx);
    Optional<Duration> wait = Prefer.wait(ctx, maxWait);
    ifAllowed(ctx, queue, id, () -> show(ctx, queue, id, wait));
  }

  private void show(Context ctx, QueueName queue, TicketId id, Optional<Duration> wait) {
    wait.ifPresent(held -> ctx.header("Preference-Applied", "wait=" + held.toSeconds()));
    Outcome<Ticket> found =
        wait.map(held -> tickets.awaitChange(queue, id, held))
            .orElseGet(() -> tickets.find(queue, id));
    Answers.of(ctx, found, (out, ticket) -> TicketJson.write(out, queue, ticket));
  }

  void cancel(Context ctx) {
    QueueName queue = PathIds.queue(ctx);
    TicketId id = PathIds.ticket(ctx);
    ifAllowed(ctx, queue, id, () -> cancel(ctx, queue, id));
  }

  private void cancel(Context ctx, QueueName queue, TicketId id) {
    Answers.when(ctx, tickets.cancel(queue, id, Headers.origin(ctx)), _ -> Answers.nothing(ctx));
  }

  /** Goes on if the caller may have the ticket, whose players never change. */
  private void ifAllowed(Context ctx, QueueName queue, TicketId id, Runnable step) {
    switch (Gate.caller(ctx)) {
      case Caller.Anybody _, Caller.Holder _ -> step.run();
      case Caller.Player player ->
          Answers.when(
              ctx,
              tickets.find(queue, id),
              ticket -> {
                player.requireOneOf(ids(ticket.players()));
                step.run();
              });
    }
  }
}
