package dev.pairtrail.domain.event;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.TicketId;
import java.time.Instant;
import java.util.List;

/** Several players began to wait as one, never to be split. */
public record PartyEnqueued(TicketId ticketId, List<Player> players, Instant timestamp)
    implements TicketEnqueued {
  public PartyEnqueued {
    players = List.copyOf(players);
  }
}
