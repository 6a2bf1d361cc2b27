package dev.pairtrail.application.port;

import dev.pairtrail.application.DeadLetter;
import dev.pairtrail.application.GroupStatus;
import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.domain.Position;
import java.util.List;

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

  /**
   * The entries that the group gave up, in order of position.
   *
   * @param after only those after it
   * @param limit at least 1
   * @throws StoreUnavailableException if the store does not answer
   */
  List<DeadLetter> deadLetters(Position after, int limit);

  /**
   * A dead letter is pending again, with this consumer and as if for long, so that the next claim
   * takes it; its deliveries are counted anew.
   *
   * @return whether there was such a dead letter and its entry is still in the log
   * @throws StoreUnavailableException if the store does not answer
   */
  boolean retry(Position position, String consumer);

  /**
   * Forgets a dead letter.
   *
   * @return whether there was one
   * @throws StoreUnavailableException if the store does not answer
   */
  boolean discard(Position position);
}
