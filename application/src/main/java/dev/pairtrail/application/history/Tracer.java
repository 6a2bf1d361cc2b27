package dev.pairtrail.application.history;

import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.queue.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tells the stories of tickets from a log and the states it went through. Thread-safe if the states
 * are.
 */
public final class Tracer {
  private final RecordedLog log;
  private final States states;

  public Tracer(RecordedLog log, States states) {
    this.log = log;
    this.states = states;
  }

  /**
   * What is asked for.
   *
   * @param at how far the story goes
   * @param now the moment at which a waiting ticket is judged at the end of the log; empty: that of
   *     the last entry
   * @param with another ticket that is held against it
   */
  public record Question(
      TicketId ticket, LogPoint at, Optional<Instant> now, Optional<TicketId> with) {

    private Instant moment(Position head) {
      return switch (at) {
        case LogPoint.End _ -> now.orElse(head.time());
        case LogPoint.AtPosition _ -> head.time();
        case LogPoint.AtTime(Instant time) -> time;
      };
    }
  }

  /** What the state says of the ticket at the end of its story. */
  private record View(
      Position head,
      Instant moment,
      Optional<Ticket> ticket,
      Optional<Ticket> other,
      Optional<Trace.Waiting> waiting) {

    static View of(QueueState state, Question question) {
      Instant moment = question.moment(state.head().position());
      Optional<Ticket> ticket = state.ticket(question.ticket());
      return new View(
          state.head().position(),
          moment,
          ticket,
          question.with().flatMap(state::ticket),
          ticket.filter(Ticket::isWaiting).map(new WaitTeller(state, moment)::waiting));
    }
  }

  /**
   * Tells a ticket's story.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  public Traced trace(Question question) {
    View view = states.ask(question.at(), state -> View.of(state, question));
    LogPoint end = new LogPoint.AtPosition(view.head());
    Position from = view.ticket().map(Ticket::position).orElse(Position.START);
    List<RecordedEvent> story = Story.read(log, question.ticket(), from, end);
    Optional<Ticket> ticket = view.ticket().or(() -> Forgotten.ticket(question.ticket(), story));
    if (ticket.isEmpty()) {
      return new Traced.UnknownTicket(question.ticket());
    }
    Optional<Ticket> other = view.other().or(() -> forgotten(question.with(), end));
    if (question.with().isPresent() && other.isEmpty()) {
      return new Traced.UnknownOther(question.with().get());
    }
    Optional<MatchTeller.Decision> decision = MatchTeller.last(story, question.ticket());
    EventWords words = new EventWords(question.ticket(), ticket.get().enqueuedAt());
    return new Traced.Found(
        new Trace(
            ticket.get(),
            view.head(),
            view.moment(),
            story.stream().map(e -> new Trace.Told(e, words.of(e.event()))).toList(),
            decision.map(new MatchTeller(log, states)::tell),
            view.waiting(),
            other.map(o -> with(question, view, story, ticket.get(), o))));
  }

  private Optional<Ticket> forgotten(Optional<TicketId> id, LogPoint end) {
    return id.flatMap(
        ticket -> Forgotten.ticket(ticket, Story.read(log, ticket, Position.START, end)));
  }

  /**
   * Two tickets at the moment that was asked for, or else when the one was last about to be matched
   * or to leave.
   */
  private Trace.With with(
      Question question, View view, List<RecordedEvent> story, Ticket ticket, Ticket other) {
    if (ticket.isWaiting() || !(question.at() instanceof LogPoint.End)) {
      return states.ask(
          question.at(), state -> new WaitTeller(state, view.moment()).with(ticket, other));
    }
    RecordedEvent end = turningPoint(question.ticket(), story);
    LogPoint before = new LogPoint.AtPosition(end.position().previous());
    return states.ask(
        before,
        state ->
            new WaitTeller(state, end.event().timestamp())
                .with(
                    state.ticket(ticket.id()).orElse(ticket),
                    state.ticket(other.id()).orElse(other)));
  }

  private static RecordedEvent turningPoint(TicketId ticket, List<RecordedEvent> story) {
    return MatchTeller.last(story, ticket).map(MatchTeller.Decision::event).orElse(story.getLast());
  }
}
