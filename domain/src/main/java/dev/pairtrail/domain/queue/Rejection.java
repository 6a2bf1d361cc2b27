package dev.pairtrail.domain.queue;

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
}
