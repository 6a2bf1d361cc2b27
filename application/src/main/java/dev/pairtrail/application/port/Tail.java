package dev.pairtrail.application.port;

import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import java.time.Duration;
import java.util.List;

/** Waits for entries at the end of a log. For one thread. */
public interface Tail extends AutoCloseable {

  /**
   * The next entries after a position, as soon as there are some.
   *
   * @param limit at least 1
   * @param wait how long to wait for the first, more than zero and at most two seconds
   * @return empty if none came, or if the thread was interrupted
   * @throws StoreUnavailableException if the store does not answer
   */
  List<LogEntry> await(Position after, int limit, Duration wait);

  @Override
  void close();
}
