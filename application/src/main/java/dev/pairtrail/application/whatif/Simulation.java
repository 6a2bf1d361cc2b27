package dev.pairtrail.application.whatif;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.GameStarted;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.RuleSetActivated;
import dev.pairtrail.domain.event.TicketCancelled;
import dev.pairtrail.domain.event.TicketEnqueued;
import dev.pairtrail.domain.queue.Command.RunPass;
import dev.pairtrail.domain.queue.Decider;
import dev.pairtrail.domain.queue.Decision;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.queue.Ticket;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.rules.TicketTerms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Matches arrivals as the engine does: a pass for those that come in one millisecond, and one
 * whenever time makes something due. All who are matched accept and join, and their game starts, at
 * once. Its time is that of what it is told, and goes back for none. Pure, but for what it keeps.
 */
final class Simulation {
  private final QueueState state;
  private final TicketTerms terms;
  private final Course course;
  private final RunPass pass;
  private Instant now;
  private boolean touched = true;
  private long entries;
  private long rooms;
  private long stillWaiting;
  private long refused;
  private long lateCancels;

  Simulation(Trial trial, Course course, Instant start) {
    this.course = course;
    now = start;
    state = new QueueState(trial.queue(), 1);
    pass = new RunPass(() -> new RoomId("room-" + ++rooms), trial.eventsPerPass());
    RuleSet rules = unasked(trial.rules());
    terms = new TicketTerms(rules);
    fold(new RuleSetActivated(1, rules, start));
  }

  /** As everybody would accept at once nobody is asked. */
  private static RuleSet unasked(RuleSet rules) {
    return new RuleSet(
        rules.attributes(),
        rules.partition(),
        rules.teams(),
        rules.rules(),
        Optional.empty(),
        rules.ratings(),
        rules.ticketTimeout(),
        rules.joinTimeout(),
        rules.start());
  }

  /** Who waited before it begins stays in the queue, whether its rules would have let them in. */
  void waitedBefore(TicketEnqueued ticket) {
    take(ticket);
  }

  /** A ticket comes, unless the rules refuse it or somebody on it still waits. */
  void arrives(TicketEnqueued ticket) {
    if (ticket.players().stream().anyMatch(p -> state.ticketOf(p.id()).isPresent())) {
      stillWaiting++;
    } else if (!terms.violations(ticket.players()).isEmpty()) {
      refused++;
    } else {
      take(ticket);
    }
  }

  private void take(TicketEnqueued ticket) {
    fold(ticket);
    course.apply(ticket);
    touched = true;
  }

  /** A ticket leaves, if it still waits. */
  void cancels(TicketCancelled cancel) {
    if (state.ticket(cancel.ticketId()).filter(Ticket::isWaiting).isPresent()) {
      fold(cancel);
      course.apply(cancel);
      touched = true;
    } else {
      lateCancels++;
    }
  }

  /** Time goes on: what falls due before is done first. What comes in one millisecond is one. */
  void reach(Instant time) {
    if (time.toEpochMilli() > now.toEpochMilli()) {
      settle();
      passWhileDueBefore(time);
    }
    now = later(now, time);
  }

  /** Nothing more comes; what is due by now is done. */
  void end() {
    settle();
    passWhileDueBefore(now.plusNanos(1));
  }

  private void settle() {
    if (touched) {
      passes();
      touched = false;
    }
  }

  private void passWhileDueBefore(Instant end) {
    for (var due = state.nextDue(); due.filter(end::isAfter).isPresent(); due = state.nextDue()) {
      now = later(now, due.get());
      passes();
    }
  }

  /** Passes follow each other until one finds nothing. */
  private void passes() {
    List<Decision.Decided> events;
    do {
      events = decided();
      state.passBegan(now);
      events.forEach(decided -> happens(decided.event()));
      state.passEnded(events.size() < pass.limit());
    } while (!events.isEmpty());
  }

  private List<Decision.Decided> decided() {
    return switch (Decider.decide(state, pass, now)) {
      case Decision.Accepted(var events, _) -> events;
      case Decision.Rejected(var reason) ->
          throw new IllegalStateException("a pass cannot be rejected: " + reason);
    };
  }

  private void happens(Event event) {
    fold(event);
    course.apply(event);
    if (event instanceof PlayersMatched match) {
      Event started = new GameStarted(match.roomId(), now);
      fold(started);
      course.apply(started);
    }
  }

  private void fold(Event event) {
    long number = ++entries;
    state.evolve(
        new RecordedEvent(new Position(number, 0), number, Set.of(), Optional.empty(), event));
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  Instant now() {
    return now;
  }

  LeftOut leftOut() {
    return new LeftOut(stillWaiting, refused, lateCancels);
  }
}
