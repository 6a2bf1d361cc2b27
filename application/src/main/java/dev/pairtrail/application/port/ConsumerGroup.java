package dev.pairtrail.application.port;

import dev.pairtrail.application.GroupStatus;
import dev.pairtrail.application.StoreUnavailableException;

/**
 * Consumers that share the entries of a log among them: each entry is delivered to one, and pending
 * until it is acknowledged. Thread-safe.
 */
public interface ConsumerGroup {

  /**
   * Creates the group, to be delivered the log from its first entry on, if it does not exist.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  void ensure();

  /** Takes part under a name of its own. The consumer may hold a connection: close it. */
  Consumer join(String consumer);

  /**
   * How the group stands.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  GroupStatus status();
}
