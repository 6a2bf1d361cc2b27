package dev.pairtrail.domain.event;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Tickets were put together, for a new room, a proposed one or a running game. */
public sealed interface MatchMade extends Event
    permits MatchProposed, PlayersMatched, BackfillMatched {
  RoomId roomId();

  /** Who plays with whom, of those whom the event puts there. */
  List<Team> teams();

  /** Of all teams. Loops, as every match of a log is folded. */
  default List<TicketId> ticketIds() {
    List<TicketId> ids = new ArrayList<>();
    for (Team team : teams()) {
      ids.addAll(team.ticketIds());
    }
    return Collections.unmodifiableList(ids);
  }

  /** Of all teams. */
  default List<PlayerId> playerIds() {
    List<PlayerId> ids = new ArrayList<>();
    for (Team team : teams()) {
      ids.addAll(team.playerIds());
    }
    return Collections.unmodifiableList(ids);
  }

  /** What the decision rests on; empty where it does not tell. */
  Optional<MatchBasis> basis();
}
