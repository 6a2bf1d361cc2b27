package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.BackfillCancelled;
import dev.pairtrail.domain.event.BackfillMatched;
import dev.pairtrail.domain.event.BackfillRequested;
import dev.pairtrail.domain.event.ConnectionAssigned;
import dev.pairtrail.domain.event.DeadLetterDiscarded;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.GameStarted;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.LogSealed;
import dev.pairtrail.domain.event.MatchCancelled;
import dev.pairtrail.domain.event.MatchProposed;
import dev.pairtrail.domain.event.PlayerAccepted;
import dev.pairtrail.domain.event.PlayerDeclined;
import dev.pairtrail.domain.event.PlayerJoinedRoom;
import dev.pairtrail.domain.event.PlayerLeft;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.ResultRecorded;
import dev.pairtrail.domain.event.RuleSetActivated;
import dev.pairtrail.domain.event.TicketCancelled;
import dev.pairtrail.domain.event.TicketEnqueued;
import dev.pairtrail.domain.event.TicketExpired;
import dev.pairtrail.domain.event.UnreadableEntry;
import dev.pairtrail.domain.queue.Room.Presence;
import java.util.Optional;

/**
 * What each event means for the state. It follows the log without question: an event that names
 * what is not known (the beginning of the log may be gone, another program may have written it)
 * changes what it can.
 */
final class Evolution {
  private final QueueState state;
  private final WaitingLine line;
  private final RoomEvolution rooms;
  private final BackfillEvolution backfills;
  private final DeadLetters deadLetters;

  Evolution(
      QueueState state,
      Tickets tickets,
      Rooms rooms,
      Backfills backfills,
      DeadLetters deadLetters) {
    this.state = state;
    line = new WaitingLine(state, tickets);
    this.rooms = new RoomEvolution(state, line, tickets, rooms);
    this.backfills = new BackfillEvolution(state, line, rooms, backfills);
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
        line.leave(e.ticketId(), new Ticket.Cancelled(e.timestamp()));
      }
      case TicketExpired e -> {
        state.count(Count.EXPIRED_TICKETS);
        line.leave(e.ticketId(), new Ticket.Expired(e.timestamp()));
      }
      case MatchProposed e -> rooms.proposed(e);
      case PlayerAccepted e -> rooms.answered(e.roomId(), e.playerId(), Presence.ACCEPTED);
      case PlayerDeclined e -> rooms.answered(e.roomId(), e.playerId(), Presence.DECLINED);
      case PlayersMatched e -> rooms.matched(e);
      case PlayerJoinedRoom e -> rooms.joined(e);
      case PlayerLeft e -> rooms.left(e);
      case ConnectionAssigned e -> rooms.connected(e);
      case GameStarted e -> rooms.started(e);
      case MatchCancelled e -> rooms.cancelled(e);
      case BackfillRequested e -> backfills.requested(e);
      case BackfillMatched e -> backfills.matched(e);
      case BackfillCancelled e -> backfills.cancelled(e);
      case ResultRecorded e -> {
        rooms.ended(e);
        backfills.ended(e);
      }
      case RuleSetActivated e -> activated(e);
      case DeadLetterDiscarded e -> deadLetters.discard(e);
      case LogSealed e -> state.seal(new Seal(e.through(), e.sha256(), state.head()));
    }
  }

  private void enqueued(TicketEnqueued event, RecordedEvent recorded) {
    state.count(Count.ENQUEUED_TICKETS);
    line.join(
        new Ticket(
            event.ticketId(),
            event.players(),
            event.timestamp(),
            recorded.position(),
            request(recorded),
            Ticket.WAITING));
  }

  private static Optional<Tag> request(RecordedEvent recorded) {
    for (Tag tag : recorded.tags()) {
      if (tag.isRequest()) {
        return Optional.of(tag);
      }
    }
    return Optional.empty();
  }

  private void activated(RuleSetActivated event) {
    state.activate(new ActiveRules(event.version(), event.rules()));
    sortWaiting();
    rooms.giveDeadlines(event.timestamp().plus(event.rules().joinTimeout()));
  }

  /** Fills the empty pools with what waits, as the rules in force see it. */
  void sortWaiting() {
    line.sort();
  }
}
