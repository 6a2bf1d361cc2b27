package dev.pairtrail.domain.event;

import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Waiting tickets could become a match, and its players are asked whether they accept it. If all do
 * {@link PlayersMatched} follows with the same room, else {@link MatchCancelled}.
 *
 * @param basis what the decision rests on
 * @param acceptDeadline until when all must have accepted
 */
public record MatchProposed(
    RoomId roomId,
    List<Team> teams,
    Optional<MatchBasis> basis,
    Instant acceptDeadline,
    Instant timestamp)
    implements MatchMade {
  public MatchProposed {
    teams = List.copyOf(teams);
  }
}
