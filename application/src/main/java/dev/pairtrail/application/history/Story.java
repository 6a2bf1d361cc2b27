package dev.pairtrail.application.history;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.BackfillCancelled;
import dev.pairtrail.domain.event.BackfillMatched;
import dev.pairtrail.domain.event.BackfillRequested;
import dev.pairtrail.domain.event.ConnectionAssigned;
import dev.pairtrail.domain.event.DeadLetterDiscarded;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.EventTags;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects what touches a ticket or the room that it is in, entry by entry. Of a game that began,
 * what follows is looked for among so many entries only.
 */
final class Story {
  private static final int MOST = 500;
  private static final int AFTER_THE_BEGINNING = 10_000;

  private final TicketId ticket;
  private final List<RecordedEvent> events = new ArrayList<>();
  private Optional<RoomId> room = Optional.empty();
  private boolean waits;
  private boolean ended;
  private int left = Integer.MAX_VALUE;

  private Story(TicketId ticket) {
    this.ticket = ticket;
  }

  /**
   * Reads the story of a ticket.
   *
   * @param from where the ticket was enqueued, or before
   */
  static List<RecordedEvent> read(RecordedLog log, TicketId ticket, Position from, LogPoint to) {
    Story story = new Story(ticket);
    Position before = from.equals(Position.START) ? from : from.previous();
    try (LogReader reader = log.read(before, to)) {
      List<LogEntry> entries = reader.next();
      while (!entries.isEmpty() && !story.ended) {
        entries.forEach(story::hear);
        entries = story.ended ? entries : reader.next();
      }
    }
    return story.events;
  }

  private void hear(LogEntry entry) {
    ended |= left-- <= 0 || events.size() >= MOST;
    if (!ended && entry instanceof RecordedEvent recorded && touches(recorded.event())) {
      tell(recorded);
    }
  }

  private boolean touches(Event event) {
    return event instanceof RuleSetActivated
        ? waits
        : EventTags.of(event).stream()
            .anyMatch(tag ->
                tag.equals(Tag.ticket(ticket))
                    || room.map(Tag::room).filter(tag::equals).isPresent());
  }

  /** A ticket of the plain service has its player's id, and so may wait several times. */
  private void tell(RecordedEvent recorded) {
    switch (recorded.event()) {
      case TicketEnqueued _ -> {
        events.clear();
        waits = true;
        room = Optional.empty();
      }
      case MatchProposed e -> goesTo(e.roomId());
      case PlayersMatched e -> goesTo(e.roomId());
      case BackfillMatched e when e.ticketIds().contains(ticket) -> {
        goesTo(e.roomId());
        left = AFTER_THE_BEGINNING;
      }
      case GameStarted _ -> left = AFTER_THE_BEGINNING;
      case MatchCancelled e -> {
        waits = e.returnedTicketIds().contains(ticket);
        ended = !waits;
        room = Optional.empty();
      }
      case TicketCancelled _, TicketExpired _ -> ended = true;
      case BackfillMatched _,
          PlayerAccepted _,
          PlayerDeclined _,
          PlayerJoinedRoom _,
          PlayerLeft _,
          ConnectionAssigned _,
          BackfillRequested _,
          BackfillCancelled _,
          ResultRecorded _,
          RuleSetActivated _,
          DeadLetterDiscarded _,
          LogSealed _ -> {}
    }
    events.add(recorded);
  }

  private void goesTo(RoomId id) {
    waits = false;
    room = Optional.of(id);
  }
}
