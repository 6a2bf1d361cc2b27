package dev.pairtrail.application.history;

import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.MatchCancelled;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.TicketCancelled;
import dev.pairtrail.domain.event.TicketEnqueued;
import dev.pairtrail.domain.event.TicketExpired;
import dev.pairtrail.domain.queue.Ticket;
import java.util.List;
import java.util.Optional;

/** Tickets that ended so long ago that no state remembers them, from their stories. */
final class Forgotten {
  private Forgotten() {}

  /** The ticket at the end of its story; empty if that does not begin with it. */
  static Optional<Ticket> ticket(TicketId id, List<RecordedEvent> story) {
    if (story.isEmpty() || !(story.getFirst().event() instanceof TicketEnqueued enqueued)) {
      return Optional.empty();
    }
    return Optional.of(
        new Ticket(
            id,
            enqueued.players(),
            enqueued.timestamp(),
            story.getFirst().position(),
            Optional.empty(),
            state(id, story)));
  }

  private static Ticket.State state(TicketId id, List<RecordedEvent> story) {
    Event last = story.getLast().event();
    if (last instanceof TicketExpired) {
      return new Ticket.Expired(last.timestamp());
    }
    return last instanceof TicketCancelled || last instanceof MatchCancelled
        ? new Ticket.Cancelled(last.timestamp())
        : MatchTeller.last(story, id)
            .<Ticket.State>map(d -> new Ticket.Matched(d.room(), d.time()))
            .orElseGet(Ticket.Waiting::new);
  }
}
