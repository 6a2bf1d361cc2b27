package dev.pairtrail.domain.event;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Waiting tickets became a match and a room was opened for them.
 *
 * @param teams who plays with whom
 * @param basis what the decision rests on; a match of the plain service has none
 * @param joinDeadline until when all must have joined; a match of the plain service has none
 */
public record PlayersMatched(
    RoomId roomId,
    List<Team> teams,
    Optional<MatchBasis> basis,
    Optional<Instant> joinDeadline,
    Instant timestamp)
    implements MatchMade {
  public PlayersMatched {
    teams = List.copyOf(teams);
  }

  /** One side of a match. */
  public record Team(String name, List<TicketId> ticketIds, List<PlayerId> playerIds) {
    public Team {
      ticketIds = List.copyOf(ticketIds);
      playerIds = List.copyOf(playerIds);
    }
  }
}
