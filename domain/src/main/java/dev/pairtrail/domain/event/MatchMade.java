package dev.pairtrail.domain.event;

import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import java.util.List;
import java.util.Optional;

/** Tickets were put together, for a new room, a proposed one or a running game. */
public sealed interface MatchMade extends Event
    permits MatchProposed, PlayersMatched, BackfillMatched {
  RoomId roomId();

  /** Who plays with whom, of those whom the event puts there. */
  List<Team> teams();

  List<TicketId> ticketIds();

  /** What the decision rests on; empty where it does not tell. */
  Optional<MatchBasis> basis();
}
