package dev.pairtrail.domain.event;

import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Waiting tickets were matched into a running game. The backfill goes on while places are open.
 *
 * @param teams those who come, by their teams; teams to which nobody comes are left out
 * @param basis what the decision rests on
 */
public record BackfillMatched(
    BackfillId backfillId,
    RoomId roomId,
    List<Team> teams,
    Optional<MatchBasis> basis,
    Instant timestamp)
    implements MatchMade {
  public BackfillMatched {
    teams = List.copyOf(teams);
  }
}
