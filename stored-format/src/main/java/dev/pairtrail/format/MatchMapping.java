package dev.pairtrail.format;

import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.BackfillMatched;
import dev.pairtrail.domain.event.MatchProposed;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Between matches, proposed, made or into a running game, and their stored form. */
final class MatchMapping {
  private MatchMapping() {}

  static StoredEvent stored(MatchProposed event) {
    StoredBasis.Keys basis = BasisMapping.stored(event.basis());
    return new StoredEvent.MatchProposed(
        event.roomId().value(),
        stored(event.teams()),
        basis.rulesVersion(),
        basis.decidedAfter(),
        basis.quality(),
        basis.tickets(),
        basis.rules(),
        event.acceptDeadline(),
        event.timestamp());
  }

  static StoredEvent stored(PlayersMatched event) {
    List<PlayerId> players = event.playerIds();
    boolean twoSingles = players.size() == 2 && event.ticketIds().size() == 2;
    StoredBasis.Keys basis = BasisMapping.stored(event.basis());
    return new StoredEvent.PlayersMatched(
        event.roomId().value(),
        twoSingles ? players.getFirst().value() : null,
        twoSingles ? players.getLast().value() : null,
        stored(event.teams()),
        basis.rulesVersion(),
        basis.decidedAfter(),
        basis.quality(),
        basis.tickets(),
        basis.rules(),
        event.joinDeadline().orElse(null),
        event.timestamp());
  }

  static StoredEvent stored(BackfillMatched event) {
    StoredBasis.Keys basis = BasisMapping.stored(event.basis());
    return new StoredEvent.BackfillMatched(
        event.backfillId().value(),
        event.roomId().value(),
        stored(event.teams()),
        basis.rulesVersion(),
        basis.decidedAfter(),
        basis.quality(),
        basis.tickets(),
        basis.rules(),
        event.timestamp());
  }

  static List<StoredEvent.Team> stored(List<Team> teams) {
    return teams.stream().map(MatchMapping::stored).toList();
  }

  private static StoredEvent.Team stored(Team team) {
    return new StoredEvent.Team(
        team.name(),
        EventMapping.ids(team.ticketIds()),
        team.playerIds().stream().map(PlayerId::value).toList());
  }

  static MatchProposed domain(StoredEvent.MatchProposed event) {
    return new MatchProposed(
        new RoomId(event.roomId()),
        domain(event.teams()),
        BasisMapping.domain(event),
        event.acceptDeadline(),
        event.timestamp());
  }

  static PlayersMatched domain(StoredEvent.PlayersMatched event) {
    return new PlayersMatched(
        new RoomId(event.roomId()),
        event.teams() != null
            ? domain(event.teams())
            : List.of(side("red", event.player1Id()), side("blue", event.player2Id())),
        BasisMapping.domain(event),
        Optional.ofNullable(event.joinDeadline()),
        event.timestamp());
  }

  static BackfillMatched domain(StoredEvent.BackfillMatched event) {
    return new BackfillMatched(
        new BackfillId(event.backfillId()),
        new RoomId(event.roomId()),
        domain(event.teams()),
        BasisMapping.domain(event),
        event.timestamp());
  }

  static List<Team> domain(List<StoredEvent.Team> teams) {
    return teams.stream().map(MatchMapping::domain).toList();
  }

  private static Team domain(StoredEvent.Team team) {
    return new Team(
        team.name(),
        EventMapping.ticketIds(team.ticketIds()),
        team.playerIds().stream().map(PlayerId::new).toList());
  }

  /** A player of the plain service, whose ticket has the player's id. */
  private static Team side(String name, @Nullable String player) {
    String id = Objects.requireNonNull(player, "neither teams nor two player ids");
    return new Team(name, List.of(new TicketId(id)), List.of(new PlayerId(id)));
  }
}
