package dev.pairtrail.application.port;

import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.domain.QueueName;

/** Keeps one log for each queue. Thread-safe. */
public interface EventStore {

  /** The log of a queue; it comes into being with its first event. */
  EventLog log(QueueName queue);

  /** A consumer group on the log of a queue, which may not exist yet. */
  ConsumerGroup group(QueueName queue, String group);

  /** The snapshots of a queue, beside its log. */
  Snapshots snapshots(QueueName queue);

  /** The checkpoints of a queue, beside its log. */
  Checkpoints checkpoints(QueueName queue);

  /** The feeds of players and rooms, derived from the logs of all queues. */
  Feeds feeds();

  /**
   * Returns if the store answers.
   *
   * @throws StoreUnavailableException if it does not
   */
  void ping();
}
