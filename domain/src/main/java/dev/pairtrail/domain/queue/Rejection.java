package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RequestKey;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.rules.Violation;
import java.util.List;

/** Why a command was not carried out. */
public sealed interface Rejection {

  /** The queue's rules do not take the ticket; each violation's path is a JSON pointer. */
  record InvalidTicket(List<Violation> violations) implements Rejection {}

  /** The player already waits, or is in an open room, on this ticket. */
  record PlayerAlreadyQueued(PlayerId player, TicketId ticket) implements Rejection {}

  /** The key was used for other players. */
  record RequestKeyReused(RequestKey key) implements Rejection {}

  record UnknownTicket(TicketId ticket) implements Rejection {}

  record TicketAlreadyMatched(TicketId ticket, RoomId room) implements Rejection {}

  record UnknownRoom(RoomId room) implements Rejection {}

  record PlayerNotInRoom(RoomId room, PlayerId player) implements Rejection {}

  record RoomNotOpen(RoomId room, Room.Status status) implements Rejection {}

  /** The game of the room is not running. */
  record RoomNotStarted(RoomId room, Room.Status status) implements Rejection {}

  /** The room has no such teams or places; each violation's path is a JSON pointer. */
  record InvalidTeams(RoomId room, List<Violation> violations) implements Rejection {}

  record UnknownBackfill(BackfillId backfill) implements Rejection {}

  /** The game already asks for other players. */
  record BackfillOpen(RoomId room, BackfillId backfill) implements Rejection {}

  /** Another result of the game is known. */
  record ResultKnown(RoomId room) implements Rejection {}
}
