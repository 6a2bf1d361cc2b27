package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.event.BackfillRequested.Opening;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A request for players for a running game.
 *
 * @param asked the places it was asked for, by team
 * @param openings those that are still open
 */
public record Backfill(
    BackfillId id,
    RoomId room,
    Instant requestedAt,
    List<Opening> asked,
    List<Opening> openings,
    Status status) {

  /** What became of it. */
  public enum Status {
    OPEN,
    MATCHED,
    CANCELLED
  }

  public Backfill {
    asked = List.copyOf(asked);
    openings = List.copyOf(openings);
  }

  public boolean isOpen() {
    return status == Status.OPEN;
  }

  Backfill with(Status next) {
    return new Backfill(id, room, requestedAt, asked, openings, next);
  }

  /** With fewer openings, as these players come; matched where none is left. */
  Backfill without(List<Team> coming) {
    List<Opening> left =
        openings.stream().flatMap(opening -> left(opening, coming).stream()).toList();
    return new Backfill(
        id, room, requestedAt, asked, left, left.isEmpty() ? Status.MATCHED : status);
  }

  private static List<Opening> left(Opening opening, List<Team> coming) {
    int players =
        opening.players()
            - coming.stream()
                .filter(team -> team.name().equals(opening.team()))
                .mapToInt(team -> team.playerIds().size())
                .sum();
    return Stream.of(new Opening(opening.team(), players)).filter(o -> o.players() > 0).toList();
  }
}
