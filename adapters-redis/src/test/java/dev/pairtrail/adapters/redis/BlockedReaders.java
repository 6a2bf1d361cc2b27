package dev.pairtrail.adapters.redis;

import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.Consumer;
import dev.pairtrail.application.port.ConsumerGroup;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.Tail;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A tail and a consumer that read without a pause, each on a thread of its own, as those of an
 * instance do: whatever happens to a server happens to a read that blocks.
 */
final class BlockedReaders implements AutoCloseable {
  private static final Duration BLOCKING = Duration.ofSeconds(1);
  private static final Duration LEFT_BEHIND = Duration.ofSeconds(2);
  private static final Duration END_WITHIN = Duration.ofSeconds(30);

  private final Tail tail;
  private final Consumer consumer;
  private final Queue<Position> seen = new ConcurrentLinkedQueue<>();
  private final Queue<Position> delivered = new ConcurrentLinkedQueue<>();
  private final Thread tailing = Thread.ofVirtual().name("tailing").unstarted(this::follow);
  private final Thread working = Thread.ofVirtual().name("working").unstarted(this::work);
  private volatile boolean stopping;
  private Position last = Position.START;

  private BlockedReaders(Tail tail, Consumer consumer) {
    this.tail = tail;
    this.consumer = consumer;
  }

  static BlockedReaders on(EventLog log, ConsumerGroup group) {
    group.ensure();
    BlockedReaders readers = new BlockedReaders(log.tail(), group.join("blocked"));
    readers.tailing.start();
    readers.working.start();
    return readers;
  }

  private void follow() {
    while (!stopping) {
      readAgain(() -> {
        for (LogEntry entry : tail.await(last, 500, BLOCKING)) {
          last = entry.position();
          seen.add(last);
        }
      });
    }
  }

  private void work() {
    while (!stopping) {
      readAgain(() -> {
        take(consumer.claim(LEFT_BEHIND, 500)); // A delivery may have got lost.
        take(consumer.read(500, BLOCKING));
      });
    }
  }

  private void take(List<Position> positions) {
    delivered.addAll(positions);
    consumer.ack(positions);
  }

  private static void readAgain(Runnable read) {
    try {
      read.run();
    } catch (StoreUnavailableException e) {
      Thread.onSpinWait(); // As an instance does, which only logs it.
    }
  }

  /** What the tail saw, in order. */
  List<Position> seen() {
    return List.copyOf(seen);
  }

  /** What the group was delivered: everything at least once. */
  Collection<Position> delivered() {
    return delivered;
  }

  @Override
  public void close() {
    stopping = true;
    try {
      if (!tailing.join(END_WITHIN) || !working.join(END_WITHIN)) {
        throw new IllegalStateException("a blocked reader does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    tail.close();
    consumer.close();
  }
}
