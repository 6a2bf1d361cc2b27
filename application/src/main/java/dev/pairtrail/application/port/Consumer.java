package dev.pairtrail.application.port;

import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.domain.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * One consumer of a group, for one thread. It is told positions; the entries are in the log. If the
 * group has vanished it is created again, and is delivered the log from its first entry on.
 */
public interface Consumer extends AutoCloseable {

  /**
   * The next entries that no consumer was delivered yet; they are pending with this one.
   *
   * @param limit at least 1
   * @param wait how long to wait for the first, more than zero and at most two seconds
   * @return empty if none came, or if the thread was interrupted
   * @throws StoreUnavailableException if the store does not answer
   */
  List<Position> read(int limit, Duration wait);

  /**
   * Takes over entries that have been pending for some time, with whichever consumer.
   *
   * @param minIdle since their last delivery
   * @param limit at least 1
   * @throws StoreUnavailableException if the store does not answer
   */
  List<Position> claim(Duration minIdle, int limit);

  /**
   * Entries are done with and no longer pending; those that were not pending are passed over.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  void ack(Collection<Position> positions);

  /**
   * Gives up those of the entries that are pending and were delivered often enough: each becomes a
   * dead letter of the group and is acknowledged, in one step.
   *
   * @return those that were given up
   * @throws StoreUnavailableException if the store does not answer
   */
  List<Position> park(Collection<Position> positions, GivenUp why);

  /**
   * Why entries are given up.
   *
   * @param deliveries an entry that was delivered less often is left pending, at least 1
   * @param at by the clock of who gives up
   */
  record GivenUp(String reason, int deliveries, Instant at) {}

  /**
   * Removes the other consumers of the group that were idle for so long and hold nothing.
   *
   * @return their names
   * @throws StoreUnavailableException if the store does not answer
   */
  List<String> removeIdle(Duration idle);

  @Override
  void close();
}
