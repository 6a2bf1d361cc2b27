package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.event.BackfillCancelled;
import dev.pairtrail.domain.event.BackfillMatched;
import dev.pairtrail.domain.event.BackfillRequested.Opening;
import dev.pairtrail.domain.event.BackfillRequested;
import dev.pairtrail.domain.event.PlayerLeft;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import dev.pairtrail.domain.event.ResultRecorded;
import dev.pairtrail.domain.matching.Vacancy;
import dev.pairtrail.domain.queue.Room.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the events of backfills mean. */
final class BackfillEvolution {
  private final QueueState state;
  private final WaitingLine line;
  private final Tickets tickets;
  private final Rooms rooms;
  private final Backfills backfills;

  BackfillEvolution(
      QueueState state, WaitingLine line, Tickets tickets, Rooms rooms, Backfills backfills) {
    this.state = state;
    this.line = line;
    this.tickets = tickets;
    this.rooms = rooms;
    this.backfills = backfills;
  }

  void requested(BackfillRequested event) {
    Backfill backfill =
        new Backfill(
            event.backfillId(),
            event.roomId(),
            event.timestamp(),
            event.openings(),
            event.openings(),
            Backfill.Status.OPEN);
    backfills.put(backfill);
    show(backfill);
  }

  /** Who comes into a running game is no longer the queue's: as when the game began. */
  void matched(BackfillMatched event) {
    state.count(Count.BACKFILLS);
    for (var id : event.ticketIds()) {
      state.count(Count.MATCHED_TICKETS);
      line.leave(id, new Ticket.Matched(event.roomId(), event.timestamp()));
    }
    rooms.change(event.roomId(), room -> room.withMore(event.teams()));
    backfills.change(event.roomId(), event.backfillId(), b -> b.without(event.teams()));
    state.pools().removeVacancy(event.backfillId());
    backfills.openFor(event.roomId()).ifPresent(this::show);
  }

  /** Who left is not among those whom others must fit. */
  void left(PlayerLeft event) {
    backfills.openFor(event.roomId()).ifPresent(this::show);
  }

  void cancelled(BackfillCancelled event) {
    backfills.change(
        event.roomId(), event.backfillId(), b -> b.with(Backfill.Status.CANCELLED));
    state.pools().removeVacancy(event.backfillId());
  }

  /** A game that is over takes nobody. */
  void ended(ResultRecorded event) {
    backfills
        .openFor(event.roomId())
        .ifPresent(backfill -> {
          backfills.put(backfill.with(Backfill.Status.CANCELLED));
          state.pools().removeVacancy(backfill.id());
        });
  }

  /** Shows all open ones to a matcher that knows none. */
  void sort() {
    backfills.open().forEach(this::show);
  }

  private void show(Backfill backfill) {
    List<Vacancy.Side> sides = new ArrayList<>();
    state
        .rules()
        .rules()
        .teams()
        .forEach(spec -> sides.add(side(spec.name(), backfill)));
    state.pools().addVacancy(new Vacancy(backfill.id(), backfill.requestedAt(), sides));
  }

  private Vacancy.Side side(String team, Backfill backfill) {
    int places =
        backfill.openings().stream()
            .filter(opening -> opening.team().equals(team))
            .mapToInt(Opening::players)
            .sum();
    return new Vacancy.Side(places, present(team, backfill));
  }

  /** Those whose tickets are remembered and who have not left, each ticket by itself. */
  private List<Vacancy.Present> present(String name, Backfill backfill) {
    Stream<Room> room = rooms.find(backfill.room()).stream();
    return room.flatMap(r ->
            r.teams().stream()
                .filter(team -> team.name().equals(name))
                .flatMap(team -> present(team, r)))
        .toList();
  }

  /** Who left and came back has two tickets in the room. */
  private boolean isLast(Ticket ticket, Player player, Team team) {
    return team.ticketIds().stream()
        .flatMap(id -> tickets.find(id).stream())
        .filter(other -> other.has(player.id()))
        .reduce((_, later) -> later)
        .filter(last -> last.id().equals(ticket.id()))
        .isPresent();
  }

  private Stream<Vacancy.Present> present(Team team, Room room) {
    return team.ticketIds().stream()
        .flatMap(id -> tickets.find(id).stream())
        .map(ticket ->
            new Vacancy.Present(
                ticket.id(),
                ticket.players().stream()
                    .filter(p -> team.playerIds().contains(p.id()))
                    .filter(p -> !room.has(p.id(), Presence.LEFT))
                    .filter(p -> isLast(ticket, p, team))
                    .toList()))
        .filter(present -> !present.players().isEmpty());
  }
}
