package dev.pairtrail.domain.event;

import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.RoomId;
import java.time.Instant;
import java.util.List;

/**
 * A running game asked for players.
 *
 * @param openings the teams that have open places
 */
public record BackfillRequested(
    BackfillId backfillId, RoomId roomId, List<Opening> openings, Instant timestamp)
    implements Event {
  public BackfillRequested {
    openings = List.copyOf(openings);
  }

  /**
   * Open places of a team.
   *
   * @param players how many, 1 or more
   */
  public record Opening(String team, int players) {}
}
