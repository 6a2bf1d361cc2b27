package dev.pairtrail.domain.event;

import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import java.time.Instant;
import java.util.List;

/**
 * An open room was given up.
 *
 * @param reason for people to read
 * @param returnedTicketIds wait again, since the moment they first waited
 * @param removedTicketIds left the queue, because a player of theirs left or did not come
 */
public record MatchCancelled(
    RoomId roomId,
    String reason,
    List<TicketId> returnedTicketIds,
    List<TicketId> removedTicketIds,
    Instant timestamp)
    implements Event {
  public MatchCancelled {
    returnedTicketIds = List.copyOf(returnedTicketIds);
    removedTicketIds = List.copyOf(removedTicketIds);
  }
}
