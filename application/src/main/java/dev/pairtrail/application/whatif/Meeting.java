package dev.pairtrail.application.whatif;

import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A match that was made.
 *
 * @param spread between the highest and the lowest of its tickets; empty where none has a number
 * @param difference between the averages of the teams; empty where fewer than two have one
 */
public record Meeting(
    Instant at, List<Team> teams, OptionalDouble spread, OptionalDouble difference) {
  public Meeting {
    teams = List.copyOf(teams);
  }

  /** Who met, whichever way they were divided. */
  List<TicketId> tickets() {
    return teams.stream().flatMap(team -> team.ticketIds().stream()).sorted().toList();
  }
}
