package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.BackfillMatched;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.MatchBasis;
import dev.pairtrail.domain.event.MatchProposed;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.TicketExpired;
import dev.pairtrail.domain.matching.Filling;
import dev.pairtrail.domain.matching.Pass;
import dev.pairtrail.domain.matching.Proposal;
import dev.pairtrail.domain.matching.Waiting;
import dev.pairtrail.domain.queue.Command.RunPass;
import dev.pairtrail.domain.queue.Decision.Accepted;
import dev.pairtrail.domain.queue.Decision.Decided;
import dev.pairtrail.domain.queue.Room.Presence;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides what is due at a moment: games that start or fall through, expiries, matches. */
final class PassDecision {
  private static final String INCOMPLETE = "not all players joined in time";
  private static final String UNANSWERED = "not all players accepted in time";

  private final QueueState state;
  private final RunPass command;
  private final Instant now;
  private final RuleSet rules;
  private final List<Decided> events = new ArrayList<>();
  private final Set<Tag> reliesOn = new HashSet<>();

  private PassDecision(QueueState state, RunPass command, Instant now) {
    this.state = state;
    this.command = command;
    this.now = now;
    rules = state.rules().rules();
  }

  /**
   * Yields no events if there is nothing to do at this moment. After some, there may be more: the
   * limit may have ended the pass, and tickets that a cancelled match returned are matched by the
   * next.
   */
  static Decision run(QueueState state, RunPass command, Instant now) {
    PassDecision decision = new PassDecision(state, command, now);
    decision.rooms();
    decision.tickets();
    return new Accepted(decision.events, decision.reliesOn);
  }

  private void rooms() {
    if (rules.start() == RuleSet.Start.AUTO) {
      state.rooms().complete().limit(command.limit()).forEach(this::start);
    }
    state
        .rooms()
        .due(now)
        .filter(room -> !reliesOn.contains(Tag.room(room.id())))
        .limit(command.limit() - events.size())
        .forEach(this::giveUp);
  }

  private void start(Room room) {
    reliesOn.add(Tag.room(room.id()));
    events.add(RoomDecisions.started(room, now));
  }

  private void giveUp(Room room) {
    reliesOn.add(Tag.room(room.id()));
    events.add(
        room.isOpen()
            ? RoomDecisions.cancelled(state, room, INCOMPLETE, now, Presence.JOINED)
            : RoomDecisions.cancelled(state, room, UNANSWERED, now, Presence.ACCEPTED));
  }

  private void tickets() {
    int limit = command.limit() - events.size();
    Pass.Result result = Pass.run(state.pools(), new Vacancies(state).all(), now, limit);
    result.expired().forEach(ticket -> expire(ticket.id()));
    result.fillings().forEach(this::fill);
    result.proposals().forEach(proposal -> match(proposal, command.newRooms().get()));
  }

  private void expire(TicketId id) {
    reliesOn.add(Tag.ticket(id));
    events.add(
        Touching.players(
            new TicketExpired(id, now), state.ticket(id).map(Ticket::players).orElse(List.of())));
  }

  private void match(Proposal proposal, RoomId room) {
    relyOn(proposal);
    List<PlayersMatched.Team> teams = new ArrayList<>();
    proposal.teams().forEach(side -> teams.add(team(side)));
    Optional<MatchBasis> basis = Optional.of(basis(proposal));
    Event event =
        rules
            .acceptance()
            .<Event>map(time -> new MatchProposed(room, teams, basis, now.plus(time), now))
            .orElseGet(() ->
                new PlayersMatched(
                    room, teams, basis, Optional.of(now.plus(rules.joinTimeout())), now));
    events.add(Touching.of(event, List.of()));
  }

  private void fill(Filling filling) {
    Backfill backfill =
        state.openBackfills().stream()
            .filter(open -> open.id().equals(filling.backfill()))
            .findFirst()
            .orElseThrow();
    relyOn(filling.proposal());
    reliesOn.add(Tag.room(backfill.room()));
    List<PlayersMatched.Team> teams =
        filling.proposal().teams().stream()
            .map(this::team)
            .filter(team -> !team.ticketIds().isEmpty())
            .toList();
    Optional<MatchBasis> basis = Optional.of(basis(filling.proposal()));
    events.add(
        Touching.of(
            new BackfillMatched(backfill.id(), backfill.room(), teams, basis, now), List.of()));
  }

  private void relyOn(Proposal proposal) {
    proposal.members().forEach(member -> reliesOn.add(Tag.ticket(member.ticket().id())));
  }

  private PlayersMatched.Team team(Proposal.Side side) {
    List<TicketId> tickets = new ArrayList<>();
    List<PlayerId> players = new ArrayList<>();
    for (Waiting ticket : side.tickets()) {
      tickets.add(ticket.id());
      state
          .ticket(ticket.id())
          .ifPresent(known -> known.players().forEach(player -> players.add(player.id())));
    }
    return new PlayersMatched.Team(side.name(), tickets, players);
  }

  private MatchBasis basis(Proposal proposal) {
    List<MatchBasis.TicketBasis> tickets = new ArrayList<>();
    for (Proposal.Member member : proposal.members()) {
      tickets.add(
          new MatchBasis.TicketBasis(member.ticket().id(), member.waited(), member.window()));
    }
    return new MatchBasis(
        state.rules().version(),
        state.head().position(),
        proposal.quality(),
        tickets,
        proposal.rules());
  }
}
