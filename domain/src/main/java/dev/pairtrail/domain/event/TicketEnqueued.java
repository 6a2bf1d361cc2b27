package dev.pairtrail.domain.event;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.TicketId;
import java.util.List;

/** A ticket began to wait. */
public sealed interface TicketEnqueued extends Event permits PlayerEnqueued, PartyEnqueued {
  TicketId ticketId();

  /** Who waits on it: one player or the members of a party, in the order they were given. */
  List<Player> players();
}
