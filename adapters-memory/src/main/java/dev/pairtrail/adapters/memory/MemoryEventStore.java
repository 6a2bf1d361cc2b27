package dev.pairtrail.adapters.memory;

import dev.pairtrail.application.port.Checkpoints;
import dev.pairtrail.application.port.ConsumerGroup;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.EventStore;
import dev.pairtrail.application.port.Feeds;
import dev.pairtrail.application.port.Snapshots;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.Event;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the logs in memory, as objects, and is no laxer than a durable store. Thread-safe: each
 * queue has one lock, under which every operation on its log and groups is one step; the feeds have
 * another.
 *
 * <p>Beside the port it has what other programs can do to a durable store, for tests.
 */
public final class MemoryEventStore implements EventStore {
  /** How many missed entries an append looks through unless another number is given. */
  public static final int DEFAULT_MOST_MISSED = 1_000;

  private final InstantSource clock;
  private final int mostMissed;
  private final Map<QueueName, QueueLog> logs = new ConcurrentHashMap<>();
  private final Map<QueueName, NewestSnapshot> snapshots = new ConcurrentHashMap<>();
  private final Map<QueueName, Checkpoints> checkpoints = new ConcurrentHashMap<>();
  private final Feeds feeds;

  /**
   * An empty store.
   *
   * @param clock for positions and idle times; it may stand still or go back
   */
  public MemoryEventStore(InstantSource clock) {
    this(clock, DEFAULT_MOST_MISSED);
  }

  /**
   * An empty store.
   *
   * @param clock for positions and idle times; it may stand still or go back
   * @param mostMissed an append that has missed more entries is too far behind, 0 or more
   */
  public MemoryEventStore(InstantSource clock, int mostMissed) {
    if (mostMissed < 0) {
      throw new IllegalArgumentException("mostMissed must be 0 or more, not " + mostMissed);
    }
    this.clock = clock;
    this.mostMissed = mostMissed;
    feeds = new MemoryFeeds(clock);
  }

  @Override
  public EventLog log(QueueName queue) {
    return queueLog(queue);
  }

  @Override
  public ConsumerGroup group(QueueName queue, String group) {
    return new QueueGroup(queueLog(queue), group);
  }

  @Override
  public Snapshots snapshots(QueueName queue) {
    return snapshot(queue);
  }

  @Override
  public Checkpoints checkpoints(QueueName queue) {
    return checkpoints.computeIfAbsent(queue, _ -> new KeptCheckpoints());
  }

  @Override
  public Feeds feeds() {
    return feeds;
  }

  @Override
  public void ping() {}

  /** Appends an event as another program would: without revision, metadata and tags. */
  public void appendForeign(QueueName queue, Event event) {
    queueLog(queue).appendForeign(event);
  }

  /** Appends what is no event, as another program might. */
  public void appendUnreadable(QueueName queue, Map<String, String> fields) {
    queueLog(queue).appendUnreadable(fields);
  }

  /** Removes the first entries of a log, so that so many are left. */
  public void trim(QueueName queue, int keep) {
    queueLog(queue).trim(keep);
  }

  /** Removes a group with all it remembers. */
  public void removeGroup(QueueName queue, String group) {
    queueLog(queue).removeGroup(group);
  }

  /** Removes a log with its groups. What is appended next begins another. */
  public void deleteAll(QueueName queue) {
    queueLog(queue).deleteAll();
  }

  /** Removes a consumer; what is pending with it is delivered to nobody any more. */
  public void removeConsumer(QueueName queue, String group, String consumer) {
    queueLog(queue).removeConsumer(group, consumer);
  }

  /** What a replica that stops following now holds of a log and its groups. */
  public Replica replica(QueueName queue) {
    return queueLog(queue).replica();
  }

  /** Goes on with what a replica holds: whatever came after it is lost. */
  public void failOver(QueueName queue, Replica replica) {
    queueLog(queue).failOver(replica);
  }

  /** Makes the newest snapshot of a queue one that cannot be read. */
  public void spoilSnapshot(QueueName queue) {
    snapshot(queue).spoil();
  }

  private NewestSnapshot snapshot(QueueName queue) {
    return snapshots.computeIfAbsent(queue, _ -> new NewestSnapshot());
  }

  private QueueLog queueLog(QueueName queue) {
    return logs.computeIfAbsent(queue, _ -> new QueueLog(clock, mostMissed));
  }
}
