package dev.pairtrail.faults.audit;

import dev.pairtrail.domain.BackfillId;
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

  /** To accept a proposed match, or not. */
  record Answer(RoomId room, PlayerId player, boolean accepted) implements Request {}

  /** To have as many players come into a game as have left it. */
  record Backfill(RoomId room) implements Request {}

  record EndBackfill(RoomId room, BackfillId backfill) implements Request {}

  /**
   * To end a game.
   *
   * @param places of the teams, in their order
   */
  record Result(RoomId room, List<Integer> places) implements Request {
    public Result {
      places = List.copyOf(places);
    }
  }
}
