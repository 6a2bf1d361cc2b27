package dev.pairtrail.application.engine;

import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.AppendResult;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.Snapshots;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.queue.QueueSnapshot;
import dev.pairtrail.domain.queue.QueueState;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From where a log is folded: from the newest snapshot if the log goes on from there, else from the
 * first entry.
 */
record StartingPoint(QueueName queue, EventLog log, Snapshots snapshots, int remembered) {
  private static final Logger LOG = LoggerFactory.getLogger(StartingPoint.class);

  /** The state before the first entry. */
  QueueState first() {
    return new QueueState(queue, remembered);
  }

  /**
   * The furthest state that needs no folding.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  QueueState furthest() {
    return snapshots.newest().filter(this::fits).map(this::restored).orElseGet(this::first);
  }

  private QueueState restored(QueueSnapshot snapshot) {
    LOG.info("queue {}: starting from the snapshot at {}", queue.value(), snapshot.head());
    return QueueState.restored(snapshot, remembered);
  }

  private boolean fits(QueueSnapshot snapshot) {
    return snapshot.queue().equals(queue) && continues(snapshot.head());
  }

  /** Asks by appending nothing whether the log holds the head, or goes on right after it. */
  private boolean continues(Head head) {
    return switch (log.append(List.of(), new AppendCondition(head, Set.of()))) {
      case AppendResult.Appended _, AppendResult.Conflict _, AppendResult.TooFarBehind _ -> true;
      case AppendResult.Diverged(var last) -> {
        LOG.error(
            "queue {}: the snapshot is of another log: it was taken at {}, the log ends at {};"
                + " folding the log from its first entry",
            queue.value(),
            head,
            last);
        yield false;
      }
      case AppendResult.Refused(var reason) -> {
        LOG.warn(
            "queue {}: nobody could tell whether the snapshot is of this log ({});"
                + " folding the log from its first entry",
            queue.value(),
            reason);
        yield false;
      }
      case AppendResult.Unknown(var cause) ->
          throw new StoreUnavailableException("no answer about the snapshot", cause);
    };
  }
}
