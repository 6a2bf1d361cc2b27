package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.TicketId;

/** Keeps what is known of tickets and what the matcher sees of them in step. */
final class WaitingLine {
  private final QueueState state;
  private final Tickets tickets;

  WaitingLine(QueueState state, Tickets tickets) {
    this.state = state;
    this.tickets = tickets;
  }

  /** A new ticket, unless it waits already. */
  void join(Ticket ticket) {
    if (tickets.findLive(ticket.id()).filter(Ticket::isWaiting).isEmpty()) {
      wait(ticket);
    }
  }

  /** A ticket waits, for the first time or again. */
  void wait(Ticket ticket) {
    tickets.put(ticket);
    show(ticket);
  }

  private void show(Ticket ticket) {
    state.pools().add(ticket.id(), ticket.enqueuedAt(), ticket.players());
  }

  /** A ticket goes on from waiting, and its players with it. */
  void leaveFor(Ticket ticket, Ticket.State next) {
    hide(ticket);
    tickets.put(ticket.with(next));
  }

  /** A waiting ticket leaves the queue. */
  void leave(TicketId id, Ticket.State end) {
    tickets
        .findLive(id)
        .filter(Ticket::isWaiting)
        .ifPresent(ticket -> {
          hide(ticket);
          tickets.end(ticket.with(end));
        });
  }

  private void hide(Ticket ticket) {
    state.pools().remove(ticket.id(), ticket.enqueuedAt());
  }

  /** Shows all that wait to a matcher that knows none. */
  void sort() {
    tickets.live().filter(Ticket::isWaiting).forEach(this::show);
  }
}
