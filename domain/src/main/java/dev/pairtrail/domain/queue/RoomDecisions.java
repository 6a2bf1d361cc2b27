package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.ConnectionAssigned;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.GameStarted;
import dev.pairtrail.domain.event.MatchCancelled;
import dev.pairtrail.domain.event.PlayerJoinedRoom;
import dev.pairtrail.domain.event.PlayerLeft;
import dev.pairtrail.domain.queue.Command.AnswerProposal;
import dev.pairtrail.domain.queue.Command.AssignConnection;
import dev.pairtrail.domain.queue.Command.CancelBackfill;
import dev.pairtrail.domain.queue.Command.CancelMatch;
import dev.pairtrail.domain.queue.Command.JoinRoom;
import dev.pairtrail.domain.queue.Command.LeaveRoom;
import dev.pairtrail.domain.queue.Command.RecordResult;
import dev.pairtrail.domain.queue.Command.RequestBackfill;
import dev.pairtrail.domain.queue.Command.StartGame;
import dev.pairtrail.domain.queue.Command.ToRoom;
import dev.pairtrail.domain.queue.Decision.Accepted;
import dev.pairtrail.domain.queue.Decision.Decided;
import dev.pairtrail.domain.queue.Decision.Rejected;
import dev.pairtrail.domain.queue.Room.Presence;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Decisions on one room. */
final class RoomDecisions {
  private RoomDecisions() {}

  static Decision decide(QueueState state, ToRoom command, Instant now) {
    Optional<Room> found = state.room(command.room());
    if (found.isEmpty()) {
      return new Rejected(new Rejection.UnknownRoom(command.room()));
    }
    Room room = found.get();
    return switch (command) {
      case JoinRoom join -> ofPlayer(room, join.player(), () -> join(state, room, join, now));
      case LeaveRoom leave -> ofPlayer(room, leave.player(), () -> leave(room, leave, now));
      case AssignConnection assign -> assign(room, assign, now);
      case StartGame _ -> start(room, now);
      case CancelMatch cancel -> cancel(state, room, cancel, now);
      case AnswerProposal answer ->
          ofPlayer(room, answer.player(), () -> ProposalDecisions.answer(state, room, answer, now));
      case RequestBackfill request -> GameDecisions.request(state, room, request, now);
      case CancelBackfill cancel -> GameDecisions.cancel(state, room, cancel, now);
      case RecordResult result -> GameDecisions.end(state, room, result, now);
    };
  }

  private static Decision ofPlayer(Room room, PlayerId player, Supplier<Decision> decision) {
    return room.players().containsKey(player)
        ? decision.get()
        : new Rejected(new Rejection.PlayerNotInRoom(room.id(), player));
  }

  private static Decision join(QueueState state, Room room, JoinRoom command, Instant now) {
    PlayerId player = command.player();
    if (room.has(player, Presence.JOINED) && holds(room)) {
      return Accepted.nothing();
    }
    if (room.status() == Room.Status.STARTED && room.has(player, Presence.INVITED)) {
      return accepted(room, joined(player, room, now));
    }
    if (!room.isOpen()) {
      return notOpen(room);
    }
    Optional<TicketId> elsewhere = elsewhere(state, room, player);
    if (elsewhere.isPresent()) {
      return new Rejected(new Rejection.PlayerAlreadyQueued(player, elsewhere.get()));
    }
    List<Decided> events = new ArrayList<>();
    events.add(joined(player, room, now));
    boolean auto = state.rules().rules().start() == RuleSet.Start.AUTO;
    if (auto && room.with(player, Presence.JOINED).isComplete()) {
      events.add(started(room, now));
    }
    return new Accepted(events, Set.of(Tag.room(room.id()), Tag.player(player)));
  }

  private static Decided joined(PlayerId player, Room room, Instant now) {
    return Touching.of(new PlayerJoinedRoom(player, room.id(), now), List.of());
  }

  /** The ticket on which a player who left this room has queued again since. */
  private static Optional<TicketId> elsewhere(QueueState state, Room room, PlayerId player) {
    return state
        .ticketOf(player)
        .filter(id -> state.ticket(id).filter(ticket -> ticket.isIn(room.id())).isEmpty());
  }

  private static Decision leave(Room room, LeaveRoom command, Instant now) {
    if (room.has(command.player(), Presence.LEFT)) {
      return Accepted.nothing();
    }
    if (!holds(room)) {
      return notOpen(room);
    }
    var event = new PlayerLeft(command.player(), room.id(), now);
    return accepted(room, Touching.of(event, List.of()));
  }

  private static Decision assign(Room room, AssignConnection command, Instant now) {
    if (!holds(room)) {
      return notOpen(room);
    }
    if (room.connection().filter(command.connection()::equals).isPresent()) {
      return Accepted.nothing();
    }
    return accepted(
        room, toAll(room, new ConnectionAssigned(room.id(), command.connection(), now)));
  }

  /** Whether the match holds, so that players and a game server have to do with it. */
  private static boolean holds(Room room) {
    return room.status() == Room.Status.OPEN || room.status() == Room.Status.STARTED;
  }

  private static Decision start(Room room, Instant now) {
    return switch (room.status()) {
      case OPEN -> accepted(room, started(room, now));
      case STARTED -> Accepted.nothing();
      case PROPOSED, CANCELLED -> notOpen(room);
    };
  }

  private static Decision cancel(QueueState state, Room room, CancelMatch command, Instant now) {
    return switch (room.status()) {
      case PROPOSED, OPEN ->
          accepted(
              room,
              cancelled(
                  state,
                  room,
                  command.reason(),
                  now,
                  Presence.AWAITED,
                  Presence.ACCEPTED,
                  Presence.JOINED));
      case STARTED -> notOpen(room);
      case CANCELLED -> Accepted.nothing();
    };
  }

  static Decided started(Room room, Instant now) {
    return toAll(room, new GameStarted(room.id(), now));
  }

  /** Tickets return to waiting if each of their players is as asked; the others leave the queue. */
  static Decided cancelled(
      QueueState state, Room room, String reason, Instant now, Presence... asked) {
    Predicate<Ticket> returns =
        ticket ->
            ticket.isIn(room.id())
                && ticket.players().stream()
                    .allMatch(p -> Arrays.stream(asked).anyMatch(is -> room.has(p.id(), is)));
    List<TicketId> returned = new ArrayList<>();
    List<TicketId> removed = new ArrayList<>();
    room.teams().stream()
        .flatMap(team -> team.ticketIds().stream())
        .forEach(id -> (state.ticket(id).filter(returns).isPresent() ? returned : removed).add(id));
    return toAll(room, new MatchCancelled(room.id(), reason, returned, removed, now));
  }

  private static Decided toAll(Room room, Event event) {
    Set<Tag> tags = new HashSet<>();
    room.players().keySet().forEach(player -> tags.add(Tag.player(player)));
    room.teams().forEach(team -> team.ticketIds().forEach(id -> tags.add(Tag.ticket(id))));
    return Touching.of(event, tags);
  }

  private static Decision accepted(Room room, Decided event) {
    return new Accepted(List.of(event), Set.of(Tag.room(room.id())));
  }

  private static Decision notOpen(Room room) {
    return new Rejected(new Rejection.RoomNotOpen(room.id(), room.status()));
  }
}
