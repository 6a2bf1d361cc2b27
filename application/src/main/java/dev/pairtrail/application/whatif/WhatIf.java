package dev.pairtrail.application.whatif;

import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.history.LogPoint;
import dev.pairtrail.application.history.LogReader;
import dev.pairtrail.application.history.Progress;
import dev.pairtrail.application.history.RecordedLog;
import dev.pairtrail.application.history.Replay;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.PartyEnqueued;
import dev.pairtrail.domain.event.PlayerEnqueued;
import dev.pairtrail.domain.event.TicketEnqueued;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.queue.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Matches arrivals anew under a rule set. The same input gives the same report. */
public final class WhatIf {
  private static final List<String> ALWAYS =
      List.of(
          "everyone who is matched accepts and joins at once, and the game starts;"
              + " no-shows are not replayed",
          "players come and cancel as recorded, whatever else had become of them",
          "a wait ends with the first match, also if that fell through later",
          "games that ask for more players (backfill) get none in the simulation");

  private WhatIf() {}

  /**
   * Matches what a log has in a window.
   *
   * @return empty if the window has no entry
   * @throws StoreUnavailableException if the store does not answer
   */
  public static Optional<Report> ofLog(
      RecordedLog log, Window window, Trial trial, Progress progress) {
    List<TicketEnqueued> before = waitingBefore(log, window, progress);
    try (LogReader reader = log.read(window.after(), window.to())) {
      List<LogEntry> first = reader.next();
      if (first.isEmpty()) {
        return Optional.empty();
      }
      Rerun rerun = new Rerun(trial, before, first);
      for (List<LogEntry> entries = first; !entries.isEmpty(); entries = reader.next()) {
        entries.forEach(rerun::handle);
        progress.handled(entries);
      }
      return Optional.of(rerun.report(ALWAYS));
    }
  }

  private static List<TicketEnqueued> waitingBefore(
      RecordedLog log, Window window, Progress progress) {
    if (window.isFromBeginning()) {
      return List.of();
    }
    LogPoint before = new LogPoint.AtPosition(window.after());
    QueueState state = Replay.fold(log, new QueueState(log.queue(), 1), before, progress);
    return state.waiting().map(WhatIf::enqueued).toList();
  }

  private static TicketEnqueued enqueued(Ticket ticket) {
    return ticket.players().size() == 1
        ? new PlayerEnqueued(ticket.id(), ticket.players().getFirst(), ticket.enqueuedAt())
        : new PartyEnqueued(ticket.id(), ticket.players(), ticket.enqueuedAt());
  }

  /** When the last of a population may come, in the time of its simulation. */
  public static Instant end(Population population) {
    return Crowd.START.plus(population.lasting());
  }

  /** Matches a population that is made up. */
  public static Report ofPopulation(Population population, Trial trial, Progress progress) {
    Crowd crowd = new Crowd(population, trial.rules());
    List<LogEntry> entries = crowd.next();
    Rerun rerun = new Rerun(trial, List.of(), Crowd.START);
    while (!entries.isEmpty()) {
      entries.forEach(rerun::handle);
      progress.handled(entries);
      entries = crowd.next();
    }
    rerun.reach(end(population));
    List<String> assumed = new ArrayList<>(List.of(ALWAYS.getFirst()));
    assumed.addAll(crowd.assumed());
    return rerun.simulatedAlone(assumed);
  }
}
