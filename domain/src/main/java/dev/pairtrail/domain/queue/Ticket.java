package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One wait of a player or party.
 *
 * @param enqueuedAt when the wait began; a return from a cancelled match does not change it
 * @param position of the event that enqueued it
 * @param request the tag of the request that enqueued it, if the client named it
 */
public record Ticket(
    TicketId id,
    List<Player> players,
    Instant enqueuedAt,
    Position position,
    Optional<Tag> request,
    State state) {

  /** The state of a ticket that waits. */
  static final State WAITING = new Waiting();

  /** What became of the wait so far. */
  public sealed interface State {}

  /** Not matched yet, or no longer. */
  public record Waiting() implements State {}

  /** In a proposed match since then, whose players have not all accepted yet. */
  public record Proposed(RoomId room, Instant at) implements State {}

  /** In a room since then. */
  public record Matched(RoomId room, Instant at) implements State {}

  /** Left the queue by request, or was removed with a match it did not turn up for. */
  public record Cancelled(Instant at) implements State {}

  /** Waited too long. */
  public record Expired(Instant at) implements State {}

  public boolean isWaiting() {
    return state instanceof Waiting;
  }

  public boolean has(PlayerId player) {
    for (Player each : players) {
      if (each.id().equals(player)) {
        return true;
      }
    }
    return false;
  }

  /** The room that it is proposed for or matched into. */
  public Optional<RoomId> room() {
    return switch (state) {
      case Proposed(var room, _) -> Optional.of(room);
      case Matched(var room, _) -> Optional.of(room);
      case Waiting _, Cancelled _, Expired _ -> Optional.empty();
    };
  }

  /** Whether it is proposed for this room or matched into it. */
  public boolean isIn(RoomId room) {
    return room().filter(room::equals).isPresent();
  }

  Ticket with(State next) {
    return new Ticket(id, players, enqueuedAt, position, request, next);
  }
}
