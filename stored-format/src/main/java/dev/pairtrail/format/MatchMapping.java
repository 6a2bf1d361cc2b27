package dev.pairtrail.format;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.MatchBasis;
import dev.pairtrail.domain.event.MatchBasis.TicketBasis;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Between matches and their stored form. */
final class MatchMapping {
  private MatchMapping() {}

  static StoredEvent stored(PlayersMatched event) {
    List<PlayerId> players = event.playerIds();
    boolean twoSingles = players.size() == 2 && event.ticketIds().size() == 2;
    Optional<MatchBasis> basis = event.basis();
    return new StoredEvent.PlayersMatched(
        event.roomId().value(),
        twoSingles ? players.getFirst().value() : null,
        twoSingles ? players.getLast().value() : null,
        event.teams().stream().map(MatchMapping::stored).toList(),
        basis.map(MatchBasis::rulesVersion).orElse(null),
        basis.map(b -> b.decidedAfter().toString()).orElse(null),
        basis.map(MatchBasis::quality).orElse(null),
        basis.map(MatchBasis::tickets).map(MatchMapping::storedTickets).orElse(null),
        event.joinDeadline().orElse(null),
        event.timestamp());
  }

  static StoredEvent.Team stored(Team team) {
    return new StoredEvent.Team(
        team.name(),
        EventMapping.ids(team.ticketIds()),
        team.playerIds().stream().map(PlayerId::value).toList());
  }

  private static List<StoredEvent.TicketBasis> storedTickets(List<TicketBasis> tickets) {
    return tickets.stream().map(MatchMapping::stored).toList();
  }

  private static StoredEvent.TicketBasis stored(TicketBasis ticket) {
    return new StoredEvent.TicketBasis(
        ticket.ticketId().value(),
        ticket.waited().toMillis(),
        ticket.window().isPresent() ? (Double) ticket.window().getAsDouble() : null);
  }

  static PlayersMatched domain(StoredEvent.PlayersMatched event) {
    return new PlayersMatched(
        new RoomId(event.roomId()),
        event.teams() != null
            ? event.teams().stream().map(MatchMapping::domain).toList()
            : List.of(side("red", event.player1Id()), side("blue", event.player2Id())),
        basis(event),
        Optional.ofNullable(event.joinDeadline()),
        event.timestamp());
  }

  static Team domain(StoredEvent.Team team) {
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

  private static Optional<MatchBasis> basis(StoredEvent.PlayersMatched event) {
    if (event.rulesVersion() == null
        || event.decidedAfter() == null
        || event.quality() == null
        || event.tickets() == null) {
      return Optional.empty();
    }
    return Optional.of(
        new MatchBasis(
            event.rulesVersion(),
            Position.parse(event.decidedAfter()),
            event.quality(),
            event.tickets().stream().map(MatchMapping::domain).toList()));
  }

  private static TicketBasis domain(StoredEvent.TicketBasis ticket) {
    return new TicketBasis(
        new TicketId(ticket.ticketId()),
        Duration.ofMillis(ticket.waitedMs()),
        ticket.window() != null ? OptionalDouble.of(ticket.window()) : OptionalDouble.empty());
  }
}
