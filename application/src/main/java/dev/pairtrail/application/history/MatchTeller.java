package dev.pairtrail.application.history;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.BackfillMatched;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.MatchBasis;
import dev.pairtrail.domain.event.MatchBasis.TicketBasis;
import dev.pairtrail.domain.event.MatchMade;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.RuleBasis;
import dev.pairtrail.domain.event.TicketExpired;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.queue.Ticket;
import dev.pairtrail.domain.rules.Rule;
import dev.pairtrail.domain.why.PassedOver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells why a match is what it is, from its basis and the state that it was decided on. */
record MatchTeller(RecordedLog log, States states) {
  private static final int NEAREST = 10;

  /** What every kind of match says. */
  record Decision(RecordedEvent event, RoomId room, List<Team> teams, Optional<MatchBasis> basis) {

    /** What the event decided for these tickets, if it is a match. */
    static Optional<Decision> of(RecordedEvent entry) {
      return entry.event() instanceof MatchMade match
          ? Optional.of(new Decision(entry, match.roomId(), match.teams(), match.basis()))
          : Optional.empty();
    }

    Instant time() {
      return event.event().timestamp();
    }

    boolean isOf(TicketId ticket) {
      return teams.stream().anyMatch(team -> team.ticketIds().contains(ticket));
    }

    boolean isBackfill() {
      return event.event() instanceof BackfillMatched;
    }
  }

  /** The last decision that put the ticket into a match; what follows a proposal is none. */
  static Optional<Decision> last(List<RecordedEvent> story, TicketId ticket) {
    List<Decision> all =
        story.stream()
            .flatMap(entry -> Decision.of(entry).stream())
            .filter(decision -> decision.isOf(ticket))
            .toList();
    return all.isEmpty()
        ? Optional.empty()
        : all.stream().filter(d -> d.room().equals(all.getLast().room())).findFirst();
  }

  Trace.Match tell(Decision decision) {
    if (decision.basis().isEmpty()) {
      return bare(
          decision,
          "The log does not say what this match rests on: the service that"
              + " wrote it kept no such record.");
    }
    MatchBasis basis = decision.basis().get();
    Map<TicketId, String> taken = taken(decision, basis);
    return states.ask(
        new LogPoint.AtPosition(basis.decidedAfter()),
        state -> tell(decision, basis, state, taken));
  }

  private static Trace.Match bare(Decision decision, String text) {
    return new Trace.Match(
        decision.event(),
        decision.room(),
        decision.teams(),
        decision.basis(),
        List.of(),
        List.of(),
        List.of(),
        text);
  }

  private static Trace.Match tell(
      Decision decision, MatchBasis basis, QueueState state, Map<TicketId, String> taken) {
    if (basis.tickets().stream().anyMatch(t -> state.ticket(t.ticketId()).isEmpty())) {
      return bare(decision, "The beginning of the log is gone, and with it who waited then.");
    }
    List<Trace.NotTaken> notTaken =
        decision.isBackfill() ? List.of() : notTaken(decision, basis, state, taken);
    return new Trace.Match(
        decision.event(),
        decision.room(),
        decision.teams(),
        decision.basis(),
        members(decision, basis, state),
        rules(basis, state),
        notTaken,
        "Decided at "
            + Words.moment(decision.time())
            + " on the log up to "
            + basis.decidedAfter()
            + ", under rule set "
            + basis.rulesVersion()
            + "; quality "
            + Words.number(basis.quality())
            + " of 1.");
  }

  private static List<Trace.Member> members(Decision decision, MatchBasis basis, QueueState state) {
    List<Trace.Member> members = new ArrayList<>();
    for (TicketBasis ticket : basis.tickets()) {
      Named named = Named.of(state, ticket.ticketId());
      members.add(
          new Trace.Member(
              ticket, named.players(), member(decision, named, ticket, members.size())));
    }
    return members;
  }

  private static String member(Decision decision, Named named, TicketBasis ticket, int place) {
    String waited =
        named
            + " had waited "
            + Words.time(ticket.waited())
            + (ticket.window().isPresent()
                ? " and accepted a difference of up to "
                    + Words.number(ticket.window().getAsDouble())
                : "");
    if (decision.isBackfill()) {
      return waited + ".";
    }
    return place == 0
        ? waited + ". This ticket was the seed: the match was looked for among those nearest to it."
        : waited + ". It joined as number " + (place + 1) + ".";
  }

  private static List<Trace.Judged> rules(MatchBasis basis, QueueState state) {
    List<Trace.Judged> judged = new ArrayList<>();
    for (RuleBasis measured : basis.rules()) {
      Optional<Rule> rule =
          state.rules().rules().rules().stream()
              .filter(r -> r.name().equals(measured.rule()))
              .findFirst();
      judged.add(new Trace.Judged(measured, rule.map(r -> RuleWords.of(measured, r)).orElse("")));
    }
    return judged;
  }

  private static List<Trace.NotTaken> notTaken(
      Decision decision, MatchBasis basis, QueueState state, Map<TicketId, String> taken) {
    List<Ticket> members =
        basis.tickets().stream().map(t -> state.ticket(t.ticketId()).orElseThrow()).toList();
    PassedOverWords words = new PassedOverWords(state, decision.time(), taken);
    List<PassedOver> passedOver = state.why(decision.time()).passedOver(members, NEAREST);
    return passedOver.stream().map(words::of).toList();
  }

  /** What the same pass had done with other tickets before, by ticket. */
  private Map<TicketId, String> taken(Decision decision, MatchBasis basis) {
    Map<TicketId, String> taken = new HashMap<>();
    Position end = decision.event().position().previous();
    try (LogReader reader = log.read(basis.decidedAfter(), new LogPoint.AtPosition(end))) {
      for (List<LogEntry> entries = reader.next(); !entries.isEmpty(); entries = reader.next()) {
        for (LogEntry entry : entries) {
          if (entry instanceof RecordedEvent other
              && other.event().timestamp().equals(decision.time())) {
            note(other, basis, taken);
          }
        }
      }
    }
    return taken;
  }

  private static void note(RecordedEvent other, MatchBasis basis, Map<TicketId, String> taken) {
    Event event = other.event();
    if (event instanceof TicketExpired expired) {
      taken.put(expired.ticketId(), "the same pass had found that it had waited too long");
    }
    Decision.of(other)
        .filter(
            d -> d.basis().filter(b -> b.decidedAfter().equals(basis.decidedAfter())).isPresent())
        .ifPresent(d ->
            d.teams().stream()
                .flatMap(team -> team.ticketIds().stream())
                .forEach(id ->
                    taken.put(
                        id,
                        "the same pass had matched it into room " + d.room().value() + " before")));
  }
}
