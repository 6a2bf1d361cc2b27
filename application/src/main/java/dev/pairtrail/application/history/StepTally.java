package dev.pairtrail.application.history;

import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.BackfillCancelled;
import dev.pairtrail.domain.event.BackfillMatched;
import dev.pairtrail.domain.event.BackfillRequested;
import dev.pairtrail.domain.event.ConnectionAssigned;
import dev.pairtrail.domain.event.DeadLetterDiscarded;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.GameStarted;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.LogSealed;
import dev.pairtrail.domain.event.MatchBasis;
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
import dev.pairtrail.domain.queue.QueueState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Counts what happens in one step. */
final class StepTally {
  private static final double HALF = 0.5;
  private static final double MOST = 0.95;

  private final Instant from;
  private final List<Duration> waits = new ArrayList<>();
  private long arrivals;
  private long matches;
  private long backfills;
  private long matchedTickets;
  private long expiries;
  private long cancels;
  private double quality;
  private long judged;

  StepTally(Instant from) {
    this.from = from;
  }

  /** Counts an entry that the state does not know yet. */
  void count(LogEntry entry, QueueState state) {
    if (entry instanceof RecordedEvent recorded) {
      count(recorded.event(), state);
    }
  }

  private void count(Event event, QueueState state) {
    switch (event) {
      case TicketEnqueued _ -> arrivals++;
      case TicketExpired _ -> expiries++;
      case TicketCancelled _ -> cancels++;
      case PlayersMatched e -> {
        matches++;
        matched(e.ticketIds(), e.basis(), e.timestamp(), state);
      }
      case BackfillMatched e -> {
        backfills++;
        matched(e.ticketIds(), e.basis(), e.timestamp(), state);
      }
      case MatchProposed _, PlayerAccepted _, PlayerDeclined _ -> {}
      case PlayerJoinedRoom _, PlayerLeft _, ConnectionAssigned _ -> {}
      case GameStarted _, MatchCancelled _, ResultRecorded _ -> {}
      case BackfillRequested _, BackfillCancelled _ -> {}
      case RuleSetActivated _, DeadLetterDiscarded _, LogSealed _ -> {}
    }
  }

  private void matched(
      List<TicketId> tickets, Optional<MatchBasis> basis, Instant at, QueueState state) {
    matchedTickets += tickets.size();
    if (basis.isPresent()) {
      judged(basis.get());
    } else {
      tickets.stream()
          .flatMap(id -> state.ticket(id).stream())
          .forEach(ticket -> waits.add(Duration.between(ticket.enqueuedAt(), at)));
    }
  }

  private void judged(MatchBasis basis) {
    judged++;
    quality += basis.quality();
    basis.tickets().forEach(ticket -> waits.add(ticket.waited()));
  }

  /** The step, now that nothing follows in it. */
  HistoryStep ended(int waiting) {
    Collections.sort(waits);
    return new HistoryStep(
        from,
        arrivals,
        matches,
        backfills,
        matchedTickets,
        waited(HALF),
        waited(MOST),
        waited(1),
        expiries,
        cancels,
        judged == 0 ? 0 : quality / judged,
        waiting);
  }

  /** The shortest wait that at least this share did not exceed. */
  private Duration waited(double share) {
    return waits.isEmpty() ? Duration.ZERO : waits.get((int) Math.ceil(share * waits.size()) - 1);
  }
}
