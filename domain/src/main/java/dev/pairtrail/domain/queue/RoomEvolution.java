package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.ConnectionAssigned;
import dev.pairtrail.domain.event.GameStarted;
import dev.pairtrail.domain.event.MatchCancelled;
import dev.pairtrail.domain.event.MatchProposed;
import dev.pairtrail.domain.event.PlayerJoinedRoom;
import dev.pairtrail.domain.event.PlayerLeft;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import dev.pairtrail.domain.event.ResultRecorded;
import dev.pairtrail.domain.queue.Room.Presence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the events of a match mean, from its proposal to its result. */
final class RoomEvolution {
  private final QueueState state;
  private final WaitingLine line;
  private final Tickets tickets;
  private final Rooms rooms;

  RoomEvolution(QueueState state, WaitingLine line, Tickets tickets, Rooms rooms) {
    this.state = state;
    this.line = line;
    this.tickets = tickets;
    this.rooms = rooms;
  }

  void proposed(MatchProposed event) {
    state.count(Count.PROPOSALS);
    take(event.roomId(), event.ticketIds(), new Ticket.Proposed(event.roomId(), event.timestamp()));
    rooms.put(
        Room.of(
                event.roomId(),
                event.teams(),
                Room.Status.PROPOSED,
                Optional.of(event.acceptDeadline()),
                event.timestamp())
            .withBasis(event.basis()));
  }

  void answered(RoomId id, PlayerId player, Presence answer) {
    rooms.change(id, room -> room.with(player, answer));
  }

  void matched(PlayersMatched event) {
    state.count(Count.MATCHES);
    take(event.roomId(), event.ticketIds(), new Ticket.Matched(event.roomId(), event.timestamp()));
    Room room =
        Room.of(
                event.roomId(),
                event.teams(),
                Room.Status.OPEN,
                event.joinDeadline().or(() -> ownDeadline(event.timestamp())),
                event.timestamp())
            .withBasis(event.basis());
    rooms.put(room);
  }

  /** Of a room of the plain service: what the rules say; none before there are any. */
  private Optional<Instant> ownDeadline(Instant opened) {
    ActiveRules active = state.rules();
    return active.version() == 0
        ? Optional.empty()
        : Optional.of(opened.plus(active.rules().joinTimeout()));
  }

  /** A ticket that was proposed before it is matched is counted once. */
  private void take(RoomId room, List<TicketId> ids, Ticket.State next) {
    for (TicketId id : ids) {
      Optional<Ticket> ticket = tickets.findLive(id);
      if (ticket.filter(t -> t.isIn(room)).isEmpty()) {
        state.count(Count.MATCHED_TICKETS);
      }
      ticket.ifPresent(t -> line.leaveFor(t, next));
    }
  }

  void joined(PlayerJoinedRoom event) {
    rooms.change(event.roomId(), room -> room.with(event.playerId(), Presence.JOINED));
    for (Ticket ticket : ticketsIn(event.roomId())) {
      if (ticket.has(event.playerId())) {
        tickets.engage(event.playerId(), ticket.id());
      }
    }
  }

  void left(PlayerLeft event) {
    rooms.change(event.roomId(), room -> room.with(event.playerId(), Presence.LEFT));
    ticketsIn(event.roomId()).forEach(t -> tickets.release(event.playerId(), t.id()));
  }

  void connected(ConnectionAssigned event) {
    rooms.change(event.roomId(), room -> room.withConnection(event.connection()));
  }

  void started(GameStarted event) {
    state.count(Count.STARTED_GAMES);
    ticketsIn(event.roomId()).forEach(tickets::end);
    rooms.change(event.roomId(), room -> room.with(Room.Status.STARTED));
  }

  void cancelled(MatchCancelled event) {
    state.count(Count.CANCELLED_MATCHES);
    for (Ticket ticket : ticketsIn(event.roomId())) {
      if (event.returnedTicketIds().contains(ticket.id())) {
        state.count(Count.RETURNED_TICKETS);
        line.wait(ticket.with(Ticket.WAITING));
      } else {
        tickets.end(ticket.with(new Ticket.Cancelled(event.timestamp())));
      }
    }
    rooms.change(event.roomId(), room -> room.with(Room.Status.CANCELLED));
  }

  void ended(ResultRecorded event) {
    rooms.change(event.roomId(), room -> room.withPlaces(event.places()));
    event.ratings().forEach(rated -> state.rate(rated.playerId(), rated.rating()));
  }

  /** Rooms of the plain service have no deadline; they get one from when Pairtrail took over. */
  void giveDeadlines(Instant deadline) {
    List.copyOf(rooms.open()).stream()
        .filter(room -> room.deadline().isEmpty())
        .forEach(room -> rooms.put(room.withDeadline(deadline)));
  }

  /** The tickets that are in this pending room, not those that went on from it. */
  private List<Ticket> ticketsIn(RoomId id) {
    List<Ticket> found = new ArrayList<>();
    for (Team team : rooms.find(id).filter(Room::isPending).map(Room::teams).orElse(List.of())) {
      for (TicketId ticket : team.ticketIds()) {
        tickets.findLive(ticket).filter(t -> t.isIn(id)).ifPresent(found::add);
      }
    }
    return found;
  }
}
