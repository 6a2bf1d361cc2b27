package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.FewEntries;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.event.MatchBasis;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import dev.pairtrail.domain.event.ResultRecorded.Place;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Where the players of a match meet, from its proposal on if they are asked.
 *
 * @param players who belongs here, in the order of the teams, and whether they are there
 * @param deadline when an incomplete room is given up
 * @param connection what the players connect to, once it is known
 * @param quality of the match, 0 to 1; empty if the log does not say
 * @param proposal what a proposed match rests on; empty once it is accepted
 * @param places how the game ended, one for each team; empty before
 */
public record Room(
    RoomId id,
    List<Team> teams,
    Map<PlayerId, Presence> players,
    Instant createdAt,
    Optional<Instant> deadline,
    Status status,
    Optional<String> connection,
    OptionalDouble quality,
    Optional<MatchBasis> proposal,
    List<Place> places) {

  /** Whether a player of the room is there. */
  public enum Presence {
    AWAITED,
    /** Awaited in a running game, into which a backfill brought them. */
    INVITED,
    ACCEPTED,
    DECLINED,
    JOINED,
    LEFT
  }

  /** What a room is good for. */
  public enum Status {
    /** Its players are asked whether they accept the match. */
    PROPOSED,
    /** Its players may join. */
    OPEN,
    STARTED,
    CANCELLED
  }

  public Room {
    teams = List.copyOf(teams);
    players = FewEntries.copyOf(players);
    places = List.copyOf(places);
  }

  /** A room of which nothing is known but who belongs there. */
  static Room of(
      RoomId id, List<Team> teams, Status status, Optional<Instant> deadline, Instant createdAt) {
    Map<PlayerId, Presence> players = new LinkedHashMap<>();
    teams.forEach(team -> team.playerIds().forEach(p -> players.put(p, Presence.AWAITED)));
    return new Room(
        id,
        teams,
        players,
        createdAt,
        deadline,
        status,
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        List.of());
  }

  public boolean isOpen() {
    return status == Status.OPEN;
  }

  /** Whether its game has not begun yet, and still may. */
  public boolean isPending() {
    return status == Status.OPEN || status == Status.PROPOSED;
  }

  /** Whether every player has joined. */
  public boolean isComplete() {
    return isAll(Presence.JOINED);
  }

  boolean isAll(Presence presence) {
    for (Presence each : players.values()) {
      if (each != presence) {
        return false;
      }
    }
    return true;
  }

  public boolean has(PlayerId player, Presence presence) {
    return players.get(player) == presence;
  }

  Room with(PlayerId player, Presence presence) {
    return with(teams, FewEntries.copyOf(players).with(player, presence));
  }

  /** With more players, who are invited; who left another team is no longer in that one. */
  Room withMore(List<Team> more) {
    Map<PlayerId, Presence> changed = new LinkedHashMap<>(players);
    more.forEach(team -> team.playerIds().forEach(p -> changed.put(p, Presence.INVITED)));
    return with(teams.stream().map(team -> joined(without(team, more), more)).toList(), changed);
  }

  private static Team without(Team team, List<Team> more) {
    return new Team(
        team.name(),
        team.ticketIds(),
        team.playerIds().stream()
            .filter(player -> more.stream().noneMatch(m -> m.playerIds().contains(player)))
            .toList());
  }

  private static Team joined(Team team, List<Team> more) {
    return more.stream()
        .filter(other -> other.name().equals(team.name()))
        .findFirst()
        .map(other ->
            new Team(
                team.name(),
                Stream.concat(team.ticketIds().stream(), other.ticketIds().stream())
                    .distinct()
                    .toList(),
                Stream.concat(team.playerIds().stream(), other.playerIds().stream())
                    .distinct()
                    .toList()))
        .orElse(team);
  }

  private Room with(List<Team> nextTeams, Map<PlayerId, Presence> nextPlayers) {
    return new Room(
        id,
        nextTeams,
        nextPlayers,
        createdAt,
        deadline,
        status,
        connection,
        quality,
        proposal,
        places);
  }

  Room with(Status next) {
    return new Room(
        id, teams, players, createdAt, deadline, next, connection, quality, proposal, places);
  }

  Room withBasis(Optional<MatchBasis> basis) {
    OptionalDouble known =
        basis.isPresent() ? OptionalDouble.of(basis.get().quality()) : OptionalDouble.empty();
    Optional<MatchBasis> kept = status == Status.PROPOSED ? basis : Optional.empty();
    return new Room(
        id, teams, players, createdAt, deadline, status, connection, known, kept, places);
  }

  Room withConnection(String next) {
    return new Room(
        id,
        teams,
        players,
        createdAt,
        deadline,
        status,
        Optional.of(next),
        quality,
        proposal,
        places);
  }

  Room withDeadline(Instant next) {
    return new Room(
        id,
        teams,
        players,
        createdAt,
        Optional.of(next),
        status,
        connection,
        quality,
        proposal,
        places);
  }

  Room withPlaces(List<Place> next) {
    return new Room(
        id, teams, players, createdAt, deadline, status, connection, quality, proposal, next);
  }
}
