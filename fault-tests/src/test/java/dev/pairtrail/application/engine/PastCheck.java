package dev.pairtrail.application.engine;

import dev.pairtrail.application.history.LogPoint;
import dev.pairtrail.application.history.Progress;
import dev.pairtrail.application.history.RecordedLog;
import dev.pairtrail.application.history.TimeTravel;
import dev.pairtrail.application.history.Verifier;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.faults.audit.Auditor;
import dev.pairtrail.faults.audit.Invariant;
import dev.pairtrail.faults.audit.Violation;

/** What the log of a run, with its archive, tells of the past: its decisions and its states. */
final class PastCheck {
  private static final int PAGE = 50;
  private static final int BETWEEN_CHECKPOINTS = 40;

  private final RecordedLog log;
  private final World world;

  PastCheck(World world) {
    this.world = world;
    log = new RecordedLog(World.QUEUE, world.keptLog.crossing(), PAGE);
  }

  /** Every match is what the rules make of the state that it was decided on. */
  void decisions(Auditor auditor, int eventsPerPass) {
    new Verifier(log, (_, entry) -> entry.position().toString(), eventsPerPass)
        .verify(new LogPoint.End(), Progress.NONE)
        .fault()
        .ifPresent(fault -> auditor.report(Violation.of(Invariant.I10, fault.toString())));
  }

  /** The second time from checkpoints that the first one kept. */
  void states(Auditor auditor, QueueState folded) {
    TimeTravel travel =
        new TimeTravel(log, world.store.checkpoints(World.QUEUE), BETWEEN_CHECKPOINTS);
    for (int i = 0; i < 2; i++) {
      QueueState told = travel.at(new LogPoint.End());
      if (!told.waiting().toList().equals(folded.waiting().toList())
          || !told.counts().equals(folded.counts())
          || !told.head().equals(folded.head())) {
        auditor.report(Violation.of(Invariant.I5, "the past is told otherwise than it was"));
      }
    }
  }
}
