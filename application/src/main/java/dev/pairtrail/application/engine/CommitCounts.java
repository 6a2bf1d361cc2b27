package dev.pairtrail.application.engine;

import dev.pairtrail.application.QueueMeasures.Commits;
import dev.pairtrail.application.port.AppendResult;
import java.util.concurrent.atomic.LongAdder;

/** What became of the appends of this instance. Thread-safe. */
final class CommitCounts {
  private final LongAdder landed = new LongAdder();
  private final LongAdder events = new LongAdder();
  private final LongAdder conflicts = new LongAdder();
  private final LongAdder unknown = new LongAdder();
  private final LongAdder refused = new LongAdder();

  /** Counts the answer to an append of so many events. */
  void count(AppendResult result, int size) {
    switch (result) {
      case AppendResult.Appended _ -> {
        landed.increment();
        events.add(size);
      }
      case AppendResult.Conflict _, AppendResult.TooFarBehind _ -> conflicts.increment();
      case AppendResult.Unknown _ -> unknown.increment();
      case AppendResult.Refused _ -> refused.increment();
      case AppendResult.Diverged _ -> {} // Counted as a loss.
    }
  }

  Commits counts() {
    return new Commits(landed.sum(), events.sum(), conflicts.sum(), unknown.sum(), refused.sum());
  }
}
