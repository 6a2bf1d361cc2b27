package dev.pairtrail.application.history;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.queue.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A ticket as a sentence names it: by its players.
 *
 * @param ticket as it was at the moment that is spoken of
 */
record Named(Ticket ticket) {
  /** A ticket that the state knows. */
  static Named of(QueueState state, TicketId id) {
    return new Named(state.ticket(id).orElseThrow());
  }

  TicketId id() {
    return ticket.id();
  }

  List<PlayerId> players() {
    return ticket.players().stream().map(Player::id).toList();
  }

  Duration waited(Instant now) {
    Duration waited = Duration.between(ticket.enqueuedAt(), now);
    return waited.isNegative() ? Duration.ZERO : waited;
  }

  boolean isParty() {
    return ticket.players().size() > 1;
  }

  @Override
  public String toString() {
    return Words.some(players().stream().map(PlayerId::value).toList());
  }
}
