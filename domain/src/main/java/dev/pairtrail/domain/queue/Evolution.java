package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.ConnectionAssigned;
import dev.pairtrail.domain.event.DeadLetterDiscarded;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.GameStarted;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.MatchBasis;
import dev.pairtrail.domain.event.MatchCancelled;
import dev.pairtrail.domain.event.PlayerJoinedRoom;
import dev.pairtrail.domain.event.PlayerLeft;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.RuleSetActivated;
import dev.pairtrail.domain.event.TicketCancelled;
import dev.pairtrail.domain.event.TicketEnqueued;
import dev.pairtrail.domain.event.TicketExpired;
import dev.pairtrail.domain.event.UnreadableEntry;
import dev.pairtrail.domain.matching.WaitingPools;
import dev.pairtrail.domain.queue.Room.Presence;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What each event means for the state. It follows the log without question: an event that names
 * what is not known (the beginning of the log may be gone, another program may have written it)
 * changes what it can.
 */
final class Evolution {
  private static final Ticket.State WAITING = new Ticket.Waiting();

  private final QueueState state;
  private final Tickets tickets;
  private final Rooms rooms;
  private final DeadLetters deadLetters;

  Evolution(QueueState state, Tickets tickets, Rooms rooms, DeadLetters deadLetters) {
    this.state = state;
    this.tickets = tickets;
    this.rooms = rooms;
    this.deadLetters = deadLetters;
  }

  void apply(LogEntry entry) {
    switch (entry) {
      case UnreadableEntry _ -> state.count(Count.UNREADABLE_ENTRIES);
      case RecordedEvent recorded -> apply(recorded.event(), recorded);
    }
  }

  private void apply(Event event, RecordedEvent recorded) {
    switch (event) {
      case TicketEnqueued e -> enqueued(e, recorded);
      case TicketCancelled e -> {
        state.count(Count.CANCELLED_TICKETS);
        leaveQueue(e.ticketId(), new Ticket.Cancelled(e.timestamp()));
      }
      case TicketExpired e -> {
        state.count(Count.EXPIRED_TICKETS);
        leaveQueue(e.ticketId(), new Ticket.Expired(e.timestamp()));
      }
      case PlayersMatched e -> matched(e);
      case PlayerJoinedRoom e -> joined(e);
      case PlayerLeft e -> left(e);
      case ConnectionAssigned e ->
          rooms.change(e.roomId(), room -> room.withConnection(e.connection()));
      case GameStarted e -> started(e);
      case MatchCancelled e -> cancelled(e);
      case RuleSetActivated e -> activated(e);
      case DeadLetterDiscarded e -> deadLetters.discard(e);
    }
  }

  private void enqueued(TicketEnqueued event, RecordedEvent recorded) {
    state.count(Count.ENQUEUED_TICKETS);
    boolean waitsAlready = tickets.findLive(event.ticketId()).filter(Ticket::isWaiting).isPresent();
    if (!waitsAlready) {
      wait(
          new Ticket(
              event.ticketId(),
              event.players(),
              event.timestamp(),
              recorded.position(),
              request(recorded),
              WAITING));
    }
  }

  private static Optional<Tag> request(RecordedEvent recorded) {
    return recorded.tags().stream().filter(Tag::isRequest).findAny();
  }

  private void wait(Ticket ticket) {
    tickets.put(ticket);
    waits(ticket);
  }

  private void waits(Ticket ticket) {
    state.pools().add(ticket.id(), ticket.enqueuedAt(), ticket.players());
  }

  private void leaveQueue(TicketId id, Ticket.State end) {
    tickets
        .findLive(id)
        .filter(Ticket::isWaiting)
        .ifPresent(ticket -> {
          state.pools().remove(ticket.id(), ticket.enqueuedAt());
          tickets.end(ticket.with(end));
        });
  }

  private void matched(PlayersMatched event) {
    state.count(Count.MATCHES);
    for (TicketId id : event.ticketIds()) {
      state.count(Count.MATCHED_TICKETS);
      tickets.findLive(id).ifPresent(ticket -> match(ticket, event));
    }
    rooms.put(room(event));
  }

  private void match(Ticket ticket, PlayersMatched event) {
    state.pools().remove(ticket.id(), ticket.enqueuedAt());
    tickets.put(ticket.with(new Ticket.Matched(event.roomId(), event.timestamp())));
  }

  private static Room room(PlayersMatched event) {
    Map<PlayerId, Presence> players = new LinkedHashMap<>();
    event.playerIds().forEach(player -> players.put(player, Presence.AWAITED));
    return new Room(
        event.roomId(),
        event.teams(),
        players,
        event.timestamp(),
        event.joinDeadline(),
        Room.Status.OPEN,
        Optional.empty(),
        event
            .basis()
            .map(MatchBasis::quality)
            .map(OptionalDouble::of)
            .orElse(OptionalDouble.empty()));
  }

  private void joined(PlayerJoinedRoom event) {
    rooms.change(event.roomId(), room -> room.with(event.playerId(), Presence.JOINED));
    ticketsIn(event.roomId()).stream()
        .filter(ticket -> ticket.has(event.playerId()))
        .forEach(ticket -> tickets.engage(event.playerId(), ticket.id()));
  }

  private void left(PlayerLeft event) {
    rooms.change(event.roomId(), room -> room.with(event.playerId(), Presence.LEFT));
    ticketsIn(event.roomId()).forEach(t -> tickets.release(event.playerId(), t.id()));
  }

  private void started(GameStarted event) {
    state.count(Count.STARTED_GAMES);
    ticketsIn(event.roomId()).forEach(tickets::end);
    rooms.change(event.roomId(), room -> room.with(Room.Status.STARTED));
  }

  private void cancelled(MatchCancelled event) {
    state.count(Count.CANCELLED_MATCHES);
    for (Ticket ticket : ticketsIn(event.roomId())) {
      if (event.returnedTicketIds().contains(ticket.id())) {
        state.count(Count.RETURNED_TICKETS);
        wait(ticket.with(WAITING));
      } else {
        tickets.end(ticket.with(new Ticket.Cancelled(event.timestamp())));
      }
    }
    rooms.change(event.roomId(), room -> room.with(Room.Status.CANCELLED));
  }

  /** The tickets that are matched into this open room, not those that went on from it. */
  private List<Ticket> ticketsIn(RoomId id) {
    return rooms.find(id).filter(Room::isOpen).stream()
        .flatMap(room -> room.teams().stream())
        .flatMap(team -> team.ticketIds().stream())
        .flatMap(ticket -> tickets.findLive(ticket).stream())
        .filter(ticket -> ticket.isIn(id))
        .toList();
  }

  /** Fills the empty pools with the tickets that wait, as the rules in force see them. */
  void sortWaiting() {
    tickets.live().filter(Ticket::isWaiting).forEach(this::waits);
  }

  /** Rooms of the plain service have no deadline; they get one from when Pairtrail took over. */
  private void activated(RuleSetActivated event) {
    state.activate(
        new ActiveRules(event.version(), event.rules()), new WaitingPools(event.rules()));
    sortWaiting();
    Instant deadline = event.timestamp().plus(event.rules().joinTimeout());
    List.copyOf(rooms.open()).stream()
        .filter(room -> room.joinDeadline().isEmpty())
        .forEach(room -> rooms.put(room.withDeadline(deadline)));
  }
}
