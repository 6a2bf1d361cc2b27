package dev.pairtrail.adapters.http.problem;

import dev.pairtrail.application.Outcome.Cause;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.queue.Rejection;
import dev.pairtrail.domain.queue.Room;
import dev.pairtrail.domain.rules.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the application's refusals are to a client. */
public final class Problems {
  private Problems() {}

  public static Problem of(Rejection rejection) {
    return switch (rejection) {
      case Rejection.InvalidTicket invalid -> Problem.invalid(faults(invalid.violations()));
      case Rejection.PlayerAlreadyQueued queued -> alreadyQueued(queued);
      case Rejection.RequestKeyReused _ ->
          Problem.of(
              ProblemType.IDEMPOTENCY_KEY_REUSED,
              "This Idempotency-Key came with another body before.");
      case Rejection.UnknownTicket(var ticket) -> notFound("ticket", ticket.value());
      case Rejection.TicketAlreadyMatched matched -> alreadyMatched(matched);
      case Rejection.UnknownRoom(var room) -> notFound("room", room.value());
      case Rejection.PlayerNotInRoom(var room, var player) ->
          notFound("player " + player.value() + " in room", room.value());
      case Rejection.RoomNotOpen(var room, var status) ->
          Problem.of(ProblemType.ROOM_NOT_OPEN, standing(room, status));
      case Rejection.RoomNotStarted(var room, var status) ->
          Problem.of(ProblemType.ROOM_NOT_STARTED, notRunning(room, status));
      case Rejection.InvalidTeams(var _, var violations) -> Problem.invalid(faults(violations));
      case Rejection.UnknownBackfill(var backfill) -> notFound("backfill", backfill.value());
      case Rejection.BackfillOpen open -> backfillOpen(open);
      case Rejection.ResultKnown(var room) ->
          Problem.of(
              ProblemType.RESULT_ALREADY_RECORDED,
              "Another result of room " + room.value() + " is known.");
    };
  }

  private static String standing(RoomId room, Room.Status status) {
    return "Room " + room.value() + " is " + status.name().toLowerCase(Locale.ROOT) + ".";
  }

  private static String notRunning(RoomId room, Room.Status status) {
    return status == Room.Status.STARTED
        ? "The game of room " + room.value() + " has ended."
        : standing(room, status);
  }

  private static Problem backfillOpen(Rejection.BackfillOpen open) {
    String room = open.room().value();
    String backfill = open.backfill().value();
    return Problem.of(
            ProblemType.BACKFILL_ALREADY_OPEN,
            "Backfill " + backfill + " of room " + room + " asks for others and is still open.")
        .with(Map.of("backfill_id", backfill, "room_id", room));
  }

  private static List<Fault> faults(List<Violation> violations) {
    return violations.stream().map(v -> Fault.at(v.path(), v.detail())).toList();
  }

  private static Problem alreadyQueued(Rejection.PlayerAlreadyQueued queued) {
    String player = queued.player().value();
    return Problem.of(
            ProblemType.PLAYER_ALREADY_QUEUED,
            "Player " + player + " already waits or is in an open room.")
        .with(Map.of("ticket_id", queued.ticket().value(), "player_id", player));
  }

  private static Problem alreadyMatched(Rejection.TicketAlreadyMatched matched) {
    String ticket = matched.ticket().value();
    String room = matched.room().value();
    return Problem.of(
            ProblemType.TICKET_ALREADY_MATCHED,
            "Ticket " + ticket + " is matched into room " + room + ".")
        .with(Map.of("ticket_id", ticket, "room_id", room));
  }

  public static Problem noSuchQueue(QueueName queue) {
    return notFound("queue", queue.value());
  }

  /** There is no {@code what} named so. */
  public static Problem notFound(String what, String name) {
    return Problem.of(ProblemType.NOT_FOUND, "There is no " + what + " " + name + ".");
  }

  /** The caller is known, and may not do this. */
  public static Problem forbidden(String detail) {
    return Problem.of(ProblemType.FORBIDDEN, detail);
  }

  /** The detail is ours: what a store says of itself is for the log. */
  public static Problem unavailable(Cause cause) {
    return switch (cause) {
      case STORE ->
          Problem.of(
              ProblemType.STORE_UNAVAILABLE,
              "The store does not answer. A write may be done or not: the same request with the"
                  + " same Idempotency-Key settles it.");
      case OVERLOADED ->
          Problem.of(
              ProblemType.OVERLOADED, "Nothing was done. The same request may succeed soon.");
      case FAULT -> Problem.ofStatus(ProblemType.INTERNAL_ERROR.status());
      case STOPPING ->
          Problem.of(
              ProblemType.INSTANCE_UNAVAILABLE,
              "Nothing was done. Another instance, or this one a little later, takes the request.");
    };
  }
}
