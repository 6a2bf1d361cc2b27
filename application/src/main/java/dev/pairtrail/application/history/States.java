package dev.pairtrail.application.history;

import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.domain.queue.QueueState;
import java.util.function.Function;

/**
 * The states that a queue went through. Each answers questions while it is at hand, and no longer.
 */
@FunctionalInterface
public interface States {
  /**
   * Answers a question about the state at a place of the log.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  <T> T ask(LogPoint at, Function<QueueState, T> question);

  /** Those of a log, each folded from its first entry. */
  static States folded(RecordedLog log, Progress progress) {
    return new States() {
      @Override
      public <T> T ask(LogPoint at, Function<QueueState, T> question) {
        QueueState first = new QueueState(log.queue(), QueueState.DEFAULT_REMEMBERED);
        return question.apply(Replay.fold(log, first, at, progress));
      }
    };
  }
}
