package dev.pairtrail.portcontracts;

import dev.pairtrail.application.port.EventStore;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.Event;
import java.util.Map;

/** An empty store for one test, and what other programs can do to it behind its back. */
public interface StoreUnderTest extends AutoCloseable {
  EventStore store();

  /**
   * How many missed entries an append of this store looks through, 500 or more; with one more it is
   * too far behind.
   */
  int mostMissed();

  /** Removes the first entries of a log, so that exactly so many are left. */
  void trim(QueueName queue, int keep);

  /**
   * Appends an event as another program would: in a form that the store reads, without revision,
   * metadata and tags.
   */
  void appendForeign(QueueName queue, Event event);

  /** Appends an entry of these fields, which are no event. */
  void appendUnreadable(QueueName queue, Map<String, String> fields);

  /** Removes a group with all it remembers. */
  void removeGroup(QueueName queue, String group);

  /** Removes a log with its groups. */
  void deleteAll(QueueName queue);

  /** Makes what is stored as the newest snapshot of a queue unreadable. */
  void spoilSnapshot(QueueName queue);

  /** Ends the test: the store is not used any more and what it holds can go. */
  @Override
  void close();
}
