package dev.pairtrail.application.history;

import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.queue.Ticket;
import dev.pairtrail.domain.queue.Why;
import dev.pairtrail.domain.why.Meeting;
import dev.pairtrail.domain.why.Outlook;
import java.time.Instant;
import java.util.List;

/** Tells why a ticket still waits, and of two tickets whether they may meet. */
record WaitTeller(QueueState state, Instant now) {
  private static final int NEAREST = 10;

  Trace.Waiting waiting(Ticket ticket) {
    Named named = new Named(ticket);
    Outlook outlook = state.why(now).outlook(ticket, NEAREST);
    List<Trace.Nearby> nearest =
        outlook.nearest().stream()
            .map(meeting -> nearby(named, Named.of(state, meeting.other()), meeting))
            .toList();
    String text =
        new OutlookWords(
                named, now, state.rules().rules(), meeting -> Named.of(state, meeting.other()))
            .of(outlook);
    return new Trace.Waiting(outlook, nearest, text);
  }

  /** Whether two tickets may meet, be they waiting or not. */
  Trace.With with(Ticket ticket, Ticket other) {
    Why why = state.why(now);
    Trace.Nearby nearby = nearby(new Named(ticket), new Named(other), why.meeting(ticket, other));
    return new Trace.With(now, nearby, standing(ticket) + standing(other) + nearby.text());
  }

  private Trace.Nearby nearby(Named one, Named other, Meeting meeting) {
    MeetingWords words = new MeetingWords(one, other, now);
    return new Trace.Nearby(
        other.id(), other.players(), meeting, words.refusal(meeting), words.of(meeting));
  }

  /** What is to be known of a ticket that does not wait at the moment that is judged. */
  private String standing(Ticket ticket) {
    Named named = new Named(ticket);
    if (ticket.enqueuedAt().isAfter(now)) {
      return named + " began to wait only at " + Words.moment(ticket.enqueuedAt()) + ". ";
    }
    return switch (ticket.state()) {
      case Ticket.Waiting _ -> "";
      case Ticket.Proposed(var room, var at) -> matched(named, room.value(), at);
      case Ticket.Matched(var room, var at) -> matched(named, room.value(), at);
      case Ticket.Cancelled(var at) ->
          named + " no longer waits since " + Words.moment(at) + ". It is judged as if it did. ";
      case Ticket.Expired(var at) ->
          named + " no longer waits since " + Words.moment(at) + ". It is judged as if it did. ";
    };
  }

  private static String matched(Named named, String room, Instant at) {
    return named
        + " is in room "
        + room
        + " since "
        + Words.moment(at)
        + ". It is judged as if it still waited. ";
  }
}
