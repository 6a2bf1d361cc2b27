package dev.pairtrail.application.history;

import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.Checkpoints;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.queue.QueueSnapshot;
import dev.pairtrail.domain.queue.QueueState;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * States that a queue had, folded from the last checkpoint before them. Where checkpoints are far
 * apart it keeps some on its way, so that the next one who asks waits less. Thread-safe.
 */
public final class TimeTravel implements States {
  private static final Logger LOG = LoggerFactory.getLogger(TimeTravel.class);
  private static final int MOST_TRIED = 3;

  private final RecordedLog log;
  private final Checkpoints checkpoints;
  private final long every;

  /**
   * @param every how many entries lie between two checkpoints that it keeps
   */
  @SuppressWarnings("exports") // the port is for those who put an instance together
  public TimeTravel(RecordedLog log, Checkpoints checkpoints, long every) {
    this.log = log;
    this.checkpoints = checkpoints;
    this.every = every;
  }

  /** The log that the states are folded from. */
  public RecordedLog log() {
    return log;
  }

  /**
   * The state at a place in the log: its waiting tickets, open rooms, rules and counts. What had
   * ended by then it may not know.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  public QueueState at(LogPoint point) {
    return at(point, Progress.NONE);
  }

  /** The same, telling how it goes. */
  public QueueState at(LogPoint point, Progress progress) {
    QueueState state = before(point.last());
    long kept = state.head().revision();
    try (LogReader reader = log.read(state.head().position(), point)) {
      for (List<LogEntry> entries = reader.next(); !entries.isEmpty(); entries = reader.next()) {
        entries.forEach(state::evolve);
        progress.handled(entries);
        kept = keep(state, kept);
      }
    }
    return state;
  }

  @Override
  public <T> T ask(LogPoint at, Function<QueueState, T> question) {
    return question.apply(at(at));
  }

  /** Only saves time, so a store that does not take it is no reason to give up. */
  private long keep(QueueState state, long kept) {
    if (state.head().revision() - kept < every) {
      return kept;
    }
    try {
      checkpoints.keep(state.snapshot().withoutPast());
    } catch (StoreUnavailableException e) {
      LOG.warn("no checkpoint kept at {}: {}", state.head().position(), e.reason());
    }
    return state.head().revision();
  }

  private QueueState before(Position last) {
    Optional<QueueSnapshot> found = checkpoints.before(last);
    for (int tried = 1; found.isPresent() && tried <= MOST_TRIED; tried++) {
      Head head = found.get().head();
      if (isInLog(head)) {
        return QueueState.restored(found.get(), QueueState.DEFAULT_REMEMBERED);
      }
      LOG.warn("the checkpoint at {} is of another log and is passed over", head.position());
      found = checkpoints.before(head.position().previous());
    }
    return new QueueState(log.queue(), QueueState.DEFAULT_REMEMBERED);
  }

  private boolean isInLog(Head head) {
    return log.first(head.position().previous(), 1).stream().anyMatch(entry -> entry.isAt(head));
  }
}
