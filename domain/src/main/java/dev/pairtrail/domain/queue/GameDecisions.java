package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.BackfillCancelled;
import dev.pairtrail.domain.event.BackfillRequested;
import dev.pairtrail.domain.event.BackfillRequested.Opening;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import dev.pairtrail.domain.event.ResultRecorded;
import dev.pairtrail.domain.event.ResultRecorded.Place;
import dev.pairtrail.domain.queue.Command.CancelBackfill;
import dev.pairtrail.domain.queue.Command.RecordResult;
import dev.pairtrail.domain.queue.Command.RequestBackfill;
import dev.pairtrail.domain.queue.Decision.Accepted;
import dev.pairtrail.domain.queue.Decision.Rejected;
import dev.pairtrail.domain.queue.Room.Presence;
import dev.pairtrail.domain.rules.TeamSpec;
import dev.pairtrail.domain.rules.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decisions on a game that has begun: who may come into it, and how it ended. */
final class GameDecisions {
  private GameDecisions() {}

  static Decision request(QueueState state, Room room, RequestBackfill command, Instant now) {
    if (room.status() != Room.Status.STARTED || !room.places().isEmpty()) {
      return notStarted(room);
    }
    List<Opening> openings = command.openings().isEmpty() ? leftPlaces(room) : command.openings();
    Optional<Backfill> open = state.openBackfill(room.id());
    if (open.isPresent()) {
      return Set.copyOf(open.get().asked()).equals(Set.copyOf(openings))
              || command.openings().isEmpty()
          ? Accepted.nothing()
          : new Rejected(new Rejection.BackfillOpen(room.id(), open.get().id()));
    }
    List<Violation> violations = violations(state, room, openings);
    return violations.isEmpty()
        ? accepted(
            room, new BackfillRequested(command.newBackfill(), room.id(), openings, now), List.of())
        : new Rejected(new Rejection.InvalidTeams(room.id(), violations));
  }

  /** As many for each team as have left it. */
  private static List<Opening> leftPlaces(Room room) {
    return room.teams().stream()
        .map(team ->
            new Opening(
                team.name(),
                (int) team.playerIds().stream().filter(p -> room.has(p, Presence.LEFT)).count()))
        .filter(opening -> opening.players() > 0)
        .toList();
  }

  private static List<Violation> violations(QueueState state, Room room, List<Opening> openings) {
    List<Violation> found = new ArrayList<>();
    if (openings.isEmpty()) {
      found.add(new Violation("/teams", "nobody has left: name the teams that need players"));
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < openings.size(); i++) {
      Opening opening = openings.get(i);
      String path = "/teams/" + i;
      Optional<Team> team =
          room.teams().stream().filter(t -> t.name().equals(opening.team())).findFirst();
      Optional<TeamSpec> spec =
          state.rules().rules().teams().stream()
              .filter(t -> t.name().equals(opening.team()))
              .findFirst();
      if (team.isEmpty() || spec.isEmpty() || !names.add(opening.team())) {
        found.add(new Violation(path + "/name", "must be a team of the room, named once"));
      } else {
        long present =
            team.get().playerIds().stream().filter(p -> !room.has(p, Presence.LEFT)).count();
        long free = spec.get().maxPlayers() - present;
        if (opening.players() < 1 || opening.players() > free) {
          found.add(
              new Violation(
                  path + "/players",
                  free > 0
                      ? "must be 1 to " + free + " here"
                      : "must not be asked for: it is full"));
        }
      }
    }
    return found;
  }

  static Decision cancel(QueueState state, Room room, CancelBackfill command, Instant now) {
    Optional<Backfill> backfill = state.backfill(room.id(), command.backfill());
    if (backfill.isEmpty()) {
      return new Rejected(new Rejection.UnknownBackfill(command.backfill()));
    }
    return backfill.get().isOpen()
        ? accepted(room, new BackfillCancelled(command.backfill(), room.id(), now), List.of())
        : Accepted.nothing();
  }

  static Decision end(QueueState state, Room room, RecordResult command, Instant now) {
    if (room.status() != Room.Status.STARTED) {
      return notStarted(room);
    }
    List<Violation> violations = placeViolations(room, command.places());
    if (!violations.isEmpty()) {
      return new Rejected(new Rejection.InvalidTeams(room.id(), violations));
    }
    List<Place> places = inOrder(room, command.places());
    if (!room.places().isEmpty()) {
      return room.places().equals(places)
          ? Accepted.nothing()
          : new Rejected(new Rejection.ResultKnown(room.id()));
    }
    var rated = new GameRatings(state, room).after(places, command.ratings());
    Set<Tag> players = new HashSet<>();
    room.players().keySet().forEach(player -> players.add(Tag.player(player)));
    return accepted(room, new ResultRecorded(room.id(), places, rated, now), players);
  }

  private static List<Violation> placeViolations(Room room, List<Place> places) {
    Set<String> teams = new HashSet<>(room.teams().stream().map(Team::name).toList());
    List<Violation> found = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      if (!teams.remove(places.get(i).team())) {
        found.add(new Violation("/teams/" + i + "/name", "must be a team of the room, named once"));
      }
    }
    if (!teams.isEmpty()) {
      found.add(new Violation("/teams", "must name every team of the room: " + teams));
    }
    return found;
  }

  private static List<Place> inOrder(Room room, List<Place> places) {
    return room.teams().stream()
        .flatMap(team -> places.stream().filter(place -> place.team().equals(team.name())))
        .toList();
  }

  /** An open backfill of the room must not be decided beside it, so it relies on the room. */
  private static Decision accepted(Room room, Event event, Collection<Tag> touched) {
    Set<Tag> reliesOn = new HashSet<>(touched);
    reliesOn.add(Tag.room(room.id()));
    return new Accepted(List.of(Touching.of(event, touched)), reliesOn);
  }

  private static Decision notStarted(Room room) {
    return new Rejected(new Rejection.RoomNotStarted(room.id(), room.status()));
  }
}
