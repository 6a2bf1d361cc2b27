package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.TicketId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tickets of a queue: those that wait or are in an open room, who is on them, and the last that
 * ended. A request is known for as long as its ticket is.
 */
final class Tickets {
  private final Map<TicketId, Ticket> live = new HashMap<>();
  private final Map<PlayerId, TicketId> players = new HashMap<>();
  private final Map<Tag, TicketId> requests = new HashMap<>();
  private final Recent<TicketId, Ticket> ended;

  Tickets(int remembered) {
    ended = new Recent<>(remembered, this::forgetRequest);
  }

  Optional<Ticket> find(TicketId id) {
    Ticket ticket = live.get(id);
    return Optional.ofNullable(ticket != null ? ticket : ended.get(id));
  }

  Optional<Ticket> findLive(TicketId id) {
    return Optional.ofNullable(live.get(id));
  }

  /** The ticket on which the player waits or is in an open room. */
  Optional<TicketId> of(PlayerId player) {
    return Optional.ofNullable(players.get(player));
  }

  Optional<Ticket> ofRequest(Tag request) {
    return Optional.ofNullable(requests.get(request)).flatMap(this::find);
  }

  Stream<Ticket> live() {
    return live.values().stream();
  }

  /** Adds a ticket that waits, or puts its next form in the place of the one before. */
  void put(Ticket ticket) {
    ended.remove(ticket.id());
    live.put(ticket.id(), ticket);
    ticket.players().forEach(player -> players.put(player.id(), ticket.id()));
    ticket.request().ifPresent(request -> requests.put(request, ticket.id()));
  }

  /** Moves a ticket to the ended ones; its players may queue again. */
  void end(Ticket ticket) {
    live.remove(ticket.id());
    ticket.players().forEach(player -> release(player.id(), ticket.id()));
    ended.put(ticket.id(), ticket);
  }

  /** Lets a player queue again, unless another ticket has them by now. */
  void release(PlayerId player, TicketId ticket) {
    players.remove(player, ticket);
  }

  void engage(PlayerId player, TicketId ticket) {
    players.putIfAbsent(player, ticket);
  }

  QueueSnapshot.OfTickets snapshot() {
    return new QueueSnapshot.OfTickets(live, List.copyOf(ended.values()), players, requests);
  }

  /** Takes over what a snapshot knows; only when nothing is known yet. */
  void restore(QueueSnapshot.OfTickets snapshot) {
    live.putAll(snapshot.live());
    players.putAll(snapshot.engaged());
    requests.putAll(snapshot.requests());
    snapshot.ended().forEach(ticket -> ended.put(ticket.id(), ticket));
  }

  private void forgetRequest(Ticket ticket) {
    ticket.request().ifPresent(request -> requests.remove(request, ticket.id()));
  }
}
