package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.PartyEnqueued;
import dev.pairtrail.domain.event.PlayerEnqueued;
import dev.pairtrail.domain.event.TicketCancelled;
import dev.pairtrail.domain.queue.Command.CancelTicket;
import dev.pairtrail.domain.queue.Command.Enqueue;
import dev.pairtrail.domain.queue.Decision.Accepted;
import dev.pairtrail.domain.queue.Decision.Rejected;
import dev.pairtrail.domain.rules.TicketTerms;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decisions on tickets. */
final class TicketDecisions {
  private TicketDecisions() {}

  static Decision enqueue(QueueState state, Enqueue command, Instant now) {
    Optional<Ticket> known = command.request().map(Tag::request).flatMap(state::ticketOfRequest);
    if (known.isPresent()) {
      return RatedPlayers.areAsked(state, command.players(), known.get().players())
          ? Accepted.nothing()
          : new Rejected(new Rejection.RequestKeyReused(command.request().orElseThrow()));
    }
    List<Player> players = RatedPlayers.of(state, command.players());
    return newTicket(state, new Enqueue(command.newTicket(), players, command.request()), now);
  }

  private static Decision newTicket(QueueState state, Enqueue command, Instant now) {
    var violations = new TicketTerms(state.rules().rules()).violations(command.players());
    if (!violations.isEmpty()) {
      return new Rejected(new Rejection.InvalidTicket(violations));
    }
    for (Player player : command.players()) {
      Optional<TicketId> other = state.ticketOf(player.id());
      if (other.isPresent()) {
        return new Rejected(new Rejection.PlayerAlreadyQueued(player.id(), other.get()));
      }
    }
    Set<Tag> reliesOn = new HashSet<>();
    command.players().forEach(player -> reliesOn.add(Tag.player(player.id())));
    command.request().map(Tag::request).ifPresent(reliesOn::add);
    return new Accepted(List.of(Touching.of(enqueued(command, now), reliesOn)), reliesOn);
  }

  private static Event enqueued(Enqueue command, Instant now) {
    return command.players().size() == 1
        ? new PlayerEnqueued(command.newTicket(), command.players().getFirst(), now)
        : new PartyEnqueued(command.newTicket(), command.players(), now);
  }

  static Decision cancel(QueueState state, CancelTicket command, Instant now) {
    Optional<Ticket> found = state.ticket(command.ticket());
    if (found.isEmpty()) {
      return new Rejected(new Rejection.UnknownTicket(command.ticket()));
    }
    Ticket ticket = found.get();
    return switch (ticket.state()) {
      case Ticket.Waiting _ ->
          new Accepted(
              List.of(Touching.players(new TicketCancelled(ticket.id(), now), ticket.players())),
              Set.of(Tag.ticket(ticket.id())));
      case Ticket.Proposed(var room, _) -> alreadyIn(ticket, room);
      case Ticket.Matched(var room, _) -> alreadyIn(ticket, room);
      case Ticket.Cancelled _, Ticket.Expired _ -> Accepted.nothing();
    };
  }

  private static Decision alreadyIn(Ticket ticket, RoomId room) {
    return new Rejected(new Rejection.TicketAlreadyMatched(ticket.id(), room));
  }
}
