package dev.pairtrail.adapters.memory;

import dev.pairtrail.application.port.Limits;
import dev.pairtrail.application.port.Tail;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import java.time.Duration;
import java.util.List;

/** Waits on the lock of a log. */
record QueueTail(QueueLog log) implements Tail {
  @Override
  public List<LogEntry> await(Position after, int limit, Duration wait) {
    Limits.requireLimit(limit);
    Limits.requireWait(wait);
    return log.await(after, limit, wait);
  }

  @Override
  public void close() {}
}
