package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.BackfillCancelled;
import dev.pairtrail.domain.event.BackfillMatched;
import dev.pairtrail.domain.event.BackfillRequested;
import dev.pairtrail.domain.event.ConnectionAssigned;
import dev.pairtrail.domain.event.DeadLetterDiscarded;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.GameStarted;
import dev.pairtrail.domain.event.LogSealed;
import dev.pairtrail.domain.event.MatchCancelled;
import dev.pairtrail.domain.event.MatchProposed;
import dev.pairtrail.domain.event.PlayerAccepted;
import dev.pairtrail.domain.event.PlayerDeclined;
import dev.pairtrail.domain.event.PlayerJoinedRoom;
import dev.pairtrail.domain.event.PlayerLeft;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.ResultRecorded;
import dev.pairtrail.domain.event.RuleSetActivated;
import dev.pairtrail.domain.event.TicketCancelled;
import dev.pairtrail.domain.event.TicketEnqueued;
import dev.pairtrail.domain.event.TicketExpired;
import dev.pairtrail.domain.queue.Room.Status;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether an event could happen in a state: no ticket is matched twice or after it ended, no player
 * waits twice, nobody joins a room that is closed. A room that ended long ago may be forgotten, and
 * what happens in its game is believed. Pure.
 */
public final class Legality {
  private Legality() {}

  /** What the event claims that the state does not allow, in words; empty if it could happen. */
  public static Optional<String> fault(QueueState state, Event event) {
    return switch (event) {
      case TicketEnqueued e -> enqueued(state, e);
      case TicketCancelled e -> ticket(state, e.ticketId(), Ticket::isWaiting, "cancelled");
      case TicketExpired e -> ticket(state, e.ticketId(), Ticket::isWaiting, "expired");
      case MatchProposed e -> tickets(state, e.ticketIds(), Ticket::isWaiting, "matched");
      case PlayersMatched e ->
          tickets(state, e.ticketIds(), t -> t.isWaiting() || t.isIn(e.roomId()), "matched");
      case BackfillMatched e -> tickets(state, e.ticketIds(), Ticket::isWaiting, "matched");
      case PlayerAccepted e -> room(state, e.roomId(), Set.of(Status.PROPOSED), "accepted");
      case PlayerDeclined e -> room(state, e.roomId(), Set.of(Status.PROPOSED), "declined");
      case PlayerJoinedRoom e -> held(state, e.roomId(), "joined");
      case PlayerLeft e -> held(state, e.roomId(), "left");
      case ConnectionAssigned e -> held(state, e.roomId(), "given a server");
      case GameStarted e -> room(state, e.roomId(), Set.of(Status.OPEN), "started");
      case MatchCancelled e ->
          room(state, e.roomId(), Set.of(Status.OPEN, Status.PROPOSED), "cancelled");
      case BackfillRequested e -> game(state, e.roomId(), "filled up");
      case ResultRecorded e -> game(state, e.roomId(), "ended");
      case BackfillCancelled _, RuleSetActivated _, DeadLetterDiscarded _, LogSealed _ ->
          Optional.empty();
    };
  }

  private static Optional<String> enqueued(QueueState state, TicketEnqueued event) {
    if (state.ticket(event.ticketId()).isPresent()) {
      return Optional.of("ticket %s was enqueued before".formatted(event.ticketId().value()));
    }
    return event.players().stream()
        .map(Player::id)
        .flatMap(player ->
            state.ticketOf(player).stream()
                .map(ticket ->
                    "player %s was waiting or in a room already, on ticket %s"
                        .formatted(player.value(), ticket.value())))
        .findFirst();
  }

  private static Optional<String> tickets(
      QueueState state, List<TicketId> ids, Predicate<Ticket> allowed, String what) {
    return ids.stream().flatMap(id -> ticket(state, id, allowed, what).stream()).findFirst();
  }

  private static Optional<String> ticket(
      QueueState state, TicketId id, Predicate<Ticket> allowed, String what) {
    return state
        .ticket(id)
        .map(ticket ->
            allowed.test(ticket)
                ? Optional.<String>empty()
                : Optional.of(
                    "ticket %s is %s though it was not waiting but %s"
                        .formatted(id.value(), what, word(ticket.state()))))
        .orElseGet(() ->
            Optional.of("ticket %s is %s, which nobody enqueued".formatted(id.value(), what)));
  }

  private static String word(Ticket.State state) {
    return switch (state) {
      case Ticket.Waiting _ -> "waiting";
      case Ticket.Proposed(var room, _) -> "proposed for room " + room.value();
      case Ticket.Matched(var room, _) -> "matched into room " + room.value();
      case Ticket.Cancelled _ -> "cancelled";
      case Ticket.Expired _ -> "expired";
    };
  }

  private static Optional<String> held(QueueState state, RoomId id, String what) {
    return game(state, id, Set.of(Status.OPEN, Status.STARTED), what);
  }

  private static Optional<String> game(QueueState state, RoomId id, String what) {
    return game(state, id, Set.of(Status.STARTED), what);
  }

  /** A started room may be forgotten by now. */
  private static Optional<String> game(
      QueueState state, RoomId id, Set<Status> allowed, String what) {
    return state.room(id).isEmpty() ? Optional.empty() : room(state, id, allowed, what);
  }

  private static Optional<String> room(
      QueueState state, RoomId id, Set<Status> allowed, String what) {
    return state
        .room(id)
        .map(room ->
            allowed.contains(room.status())
                ? Optional.<String>empty()
                : Optional.of(
                    "room %s is %s though it was %s"
                        .formatted(
                            id.value(), what, room.status().name().toLowerCase(Locale.ROOT))))
        .orElseGet(
            () -> Optional.of("room %s is %s, which nobody opened".formatted(id.value(), what)));
  }
}
