package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.KeyName;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.RequestKey;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.BackfillRequested.Opening;
import dev.pairtrail.domain.event.ResultRecorded.Place;
import dev.pairtrail.domain.rules.RatingSystem;
import dev.pairtrail.domain.rules.RuleSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What can be asked of a queue. A command that was carried out before yields no events again. */
public sealed interface Command {

  /**
   * Let players wait on a new ticket; a known request key with the same players is a repetition.
   */
  record Enqueue(TicketId newTicket, List<Player> players, Optional<RequestKey> request)
      implements Command {
    public Enqueue {
      players = List.copyOf(players);
    }
  }

  /** Take a waiting ticket out of the queue. */
  record CancelTicket(TicketId ticket) implements Command {}

  /** A command to one room. */
  sealed interface ToRoom extends Command {
    RoomId room();
  }

  /** A player accepts a proposed match, or declines it. */
  record AnswerProposal(RoomId room, PlayerId player, boolean accepted) implements ToRoom {}

  /** A running game asks for players; without openings, for as many as have left it. */
  record RequestBackfill(RoomId room, BackfillId newBackfill, List<Opening> openings)
      implements ToRoom {
    public RequestBackfill {
      openings = List.copyOf(openings);
    }
  }

  /** A running game no longer asks for players. */
  record CancelBackfill(RoomId room, BackfillId backfill) implements ToRoom {}

  /**
   * The game ended.
   *
   * @param places one for each team of the room, in any order
   */
  record RecordResult(RoomId room, List<Place> places, RatingSystem ratings) implements ToRoom {
    public RecordResult {
      places = List.copyOf(places);
    }
  }

  /** A player of the match arrives. */
  record JoinRoom(RoomId room, PlayerId player) implements ToRoom {}

  /** A player of the match goes, or will not come. */
  record LeaveRoom(RoomId room, PlayerId player) implements ToRoom {}

  /** A game server is ready for the room. */
  record AssignConnection(RoomId room, String connection) implements ToRoom {}

  /** The game begins. */
  record StartGame(RoomId room) implements ToRoom {}

  /** The room is given up before its game began. */
  record CancelMatch(RoomId room, String reason) implements ToRoom {}

  /** Put a rule set in force. */
  record ActivateRules(RuleSet rules) implements Command {}

  /**
   * Give up an entry that a consumer group could not handle, for a reason.
   *
   * @param by whose key it is done with; empty where none is needed
   */
  record DiscardDeadLetter(Position entry, String group, String reason, Optional<KeyName> by)
      implements Command {}

  /**
   * Seal the entries after one and through another.
   *
   * @param after the last entry that is sealed already, the start where none is
   * @param sha256 the chained digest at the last of them
   */
  record SealLog(Position after, Position through, long entries, String sha256)
      implements Command {}

  /**
   * Do what is due: end games that cannot come together, let tickets expire, match.
   *
   * @param newRooms gives the id of each new room
   * @param limit most events to decide at once, at least 1
   */
  record RunPass(Supplier<RoomId> newRooms, int limit) implements Command {}
}
