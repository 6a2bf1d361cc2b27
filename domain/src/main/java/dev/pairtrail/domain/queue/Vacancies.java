package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.event.BackfillRequested.Opening;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import dev.pairtrail.domain.matching.Vacancy;
import dev.pairtrail.domain.queue.Room.Presence;
import dev.pairtrail.domain.rules.TeamSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The open places of running games, as the matcher sees them. */
final class Vacancies {
  private final QueueState state;

  Vacancies(QueueState state) {
    this.state = state;
  }

  /** One for each open backfill, the oldest first. */
  List<Vacancy> all() {
    return state.openBackfills().stream()
        .flatMap(b -> state.room(b.room()).stream().map(room -> vacancy(b, room)))
        .toList();
  }

  private Vacancy vacancy(Backfill backfill, Room room) {
    List<Vacancy.Side> sides = new ArrayList<>();
    for (TeamSpec spec : state.rules().rules().teams()) {
      sides.add(new Vacancy.Side(places(spec.name(), backfill), present(spec.name(), room)));
    }
    return new Vacancy(backfill.id(), backfill.requestedAt(), sides);
  }

  private static int places(String team, Backfill backfill) {
    return backfill.openings().stream()
        .filter(opening -> opening.team().equals(team))
        .mapToInt(Opening::players)
        .sum();
  }

  /** Those whose tickets are remembered and who have not left. */
  private List<Vacancy.Present> present(String name, Room room) {
    return room.teams().stream()
        .filter(team -> team.name().equals(name))
        .flatMap(team -> present(team, room))
        .toList();
  }

  private Stream<Vacancy.Present> present(Team team, Room room) {
    return team.ticketIds().stream()
        .flatMap(id -> state.ticket(id).stream())
        .map(ticket -> new Vacancy.Present(ticket.id(), playing(ticket, team, room)))
        .filter(present -> !present.players().isEmpty());
  }

  private List<Player> playing(Ticket ticket, Team team, Room room) {
    return ticket.players().stream()
        .filter(player -> team.playerIds().contains(player.id()))
        .filter(player -> !room.has(player.id(), Presence.LEFT))
        .filter(player -> isLast(ticket, player, team))
        .toList();
  }

  /** Who left and came back has two tickets in the room. */
  private boolean isLast(Ticket ticket, Player player, Team team) {
    return team.ticketIds().stream()
        .flatMap(id -> state.ticket(id).stream())
        .filter(other -> other.has(player.id()))
        .reduce((_, later) -> later)
        .filter(last -> last.id().equals(ticket.id()))
        .isPresent();
  }
}
