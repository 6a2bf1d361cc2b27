package dev.pairtrail.application.history;

import dev.pairtrail.domain.queue.QueueState;
import java.util.function.Function;

/** States that remember ten ended tickets. */
record Forgetful(RecordedLog log) implements States {
  @Override
  public <T> T ask(LogPoint at, Function<QueueState, T> question) {
    return question.apply(Replay.fold(log, new QueueState(log.queue(), 10), at, Progress.NONE));
  }
}
