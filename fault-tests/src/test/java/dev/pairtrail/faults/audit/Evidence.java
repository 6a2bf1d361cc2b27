package dev.pairtrail.faults.audit;

import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.RecordedEvent;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an audit judges.
 *
 * @param lost what a failover lost, as was reported
 * @param told every try of every client
 */
public record Evidence(List<LogEntry> log, List<Lost> lost, List<Told> told) {

  /**
   * An entry that is in the log no more.
   *
   * @param loss counts from 1
   */
  public record Lost(int loss, LogEntry entry) {}

  Stream<RecordedEvent> events() {
    return log.stream().filter(RecordedEvent.class::isInstance).map(RecordedEvent.class::cast);
  }
}
