package dev.pairtrail.faults.audit;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RequestKey;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import java.util.List;
import java.util.Optional;

/** What a client wants; the same again if it asks again. */
public sealed interface Request {

  /**
   * To wait.
   *
   * @param number tells requests without a key apart
   */
  record Enqueue(List<PlayerId> players, Optional<RequestKey> key, int number) implements Request {
    public Enqueue {
      players = List.copyOf(players);
    }
  }

  record Cancel(TicketId ticket) implements Request {}

  record Join(RoomId room, PlayerId player) implements Request {}

  record Leave(RoomId room, PlayerId player) implements Request {}

  record Assign(RoomId room, String connection) implements Request {}

  record Start(RoomId room) implements Request {}

  record CancelRoom(RoomId room) implements Request {}
}
