package dev.pairtrail.application.whatif;

import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.TicketCancelled;
import dev.pairtrail.domain.event.TicketEnqueued;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Two courses from the same arrivals: the one that the entries tell, and the simulated one. */
final class Rerun {
  private final Trial trial;
  private final Measure measure;
  private final Course recorded;
  private final Course simulated;
  private final Simulation simulation;
  private final Instant start;
  private final long waitedBefore;

  /** From a moment on. */
  Rerun(Trial trial, List<TicketEnqueued> waitedBefore, Instant start) {
    this.trial = trial;
    this.start = start;
    this.waitedBefore = waitedBefore.size();
    measure = Measure.of(trial.rules());
    recorded = new Course(measure);
    simulated = new Course(measure);
    simulation = new Simulation(trial, simulated, start);
    waitedBefore.forEach(recorded::apply);
    waitedBefore.forEach(simulation::waitedBefore);
  }

  /** From the first of some entries on. */
  Rerun(Trial trial, List<TicketEnqueued> waitedBefore, List<LogEntry> first) {
    this(trial, waitedBefore, timeOf(first));
  }

  private static Instant timeOf(List<LogEntry> entries) {
    return entries.stream()
        .filter(RecordedEvent.class::isInstance)
        .map(entry -> ((RecordedEvent) entry).event().timestamp())
        .findFirst()
        .orElse(entries.getFirst().position().time());
  }

  void handle(LogEntry entry) {
    if (entry instanceof RecordedEvent(_, _, _, _, Event event)) {
      simulation.reach(event.timestamp());
      recorded.apply(event);
      if (event instanceof TicketEnqueued enqueued) {
        simulation.arrives(enqueued);
      } else if (event instanceof TicketCancelled cancelled) {
        simulation.cancels(cancelled);
      }
    }
  }

  void reach(Instant time) {
    simulation.reach(time);
  }

  Report report(List<String> assumed) {
    simulation.end();
    return new Report(
        trial,
        start,
        simulation.now(),
        measure.attribute(),
        Optional.of(figures(recorded)),
        figures(simulated),
        simulation.leftOut(),
        Optional.of(Comparison.of(recorded.meetings(), simulated.meetings(), trial.differences())),
        assumed);
  }

  Report simulatedAlone(List<String> assumed) {
    simulation.end();
    return new Report(
        trial,
        start,
        simulation.now(),
        measure.attribute(),
        Optional.empty(),
        figures(simulated),
        simulation.leftOut(),
        Optional.empty(),
        assumed);
  }

  private Figures figures(Course course) {
    return Figures.of(course, waitedBefore, start, simulation.now());
  }
}
