package dev.pairtrail.domain.event;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.TicketId;
import java.time.Instant;
import java.util.List;

/** A single player began to wait. */
public record PlayerEnqueued(TicketId ticketId, Player player, Instant timestamp)
    implements TicketEnqueued {
  @Override
  public List<Player> players() {
    return List.of(player);
  }
}
