package dev.pairtrail.application;

import dev.pairtrail.domain.Position;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a consumer group stands.
 *
 * @param length entries in the log
 * @param lag entries that no consumer was delivered yet; empty where the store cannot tell
 * @param pending entries that were delivered and not acknowledged
 * @param oldestPending the first of those
 * @param lastDelivered the last entry that was delivered
 * @param deadLetters entries that the group gave up, and nobody retried or discarded yet
 */
public record GroupStatus(
    String group,
    long length,
    OptionalLong lag,
    long pending,
    Optional<Position> oldestPending,
    Position lastDelivered,
    long deadLetters,
    List<ConsumerStatus> consumers) {

  /**
   * One consumer.
   *
   * @param idle since it last asked for anything
   */
  public record ConsumerStatus(String name, long pending, Duration idle) {}
}
