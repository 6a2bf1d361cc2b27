package dev.pairtrail.application.engine;

import dev.pairtrail.application.FeedEntry;
import dev.pairtrail.domain.Tag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The live entries of some queues that interest one reader. It holds so many for a slow reader;
 * beyond, it drops them and says so, and the reader goes back to the log. Thread-safe.
 */
public final class Subscription implements AutoCloseable {
  private final Optional<Tag> tag;
  private final List<LiveEntries> sources;
  private final int capacity;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private List<FeedEntry> buffer = new ArrayList<>();
  private boolean overrun;
  private boolean ended;

  /**
   * Subscribes.
   *
   * @param tag what the entries must touch; empty for all
   */
  Subscription(Optional<Tag> tag, List<LiveEntries> sources, int capacity) {
    this.tag = tag;
    this.sources = sources;
    this.capacity = capacity;
    sources.forEach(source -> source.add(this));
  }

  /**
   * What came since the last call.
   *
   * @param entries in the order of each queue's log; empty if none came in time
   * @param overrun whether some were dropped, all after those: they are in the log
   * @param ended whether there will be no more
   */
  public record Batch(List<FeedEntry> entries, boolean overrun, boolean ended) {}

  /** Waits for entries, for so long at most. */
  public Batch next(Duration wait) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = wait.toNanos();
      while (buffer.isEmpty() && !overrun && !ended && left > 0) {
        left = changed.awaitNanos(left);
      }
      Batch batch = new Batch(buffer, overrun, ended);
      buffer = new ArrayList<>();
      overrun = false;
      return batch;
    } finally {
      lock.unlock();
    }
  }

  Optional<Tag> tag() {
    return tag;
  }

  void offer(FeedEntry entry) {
    change(() -> {
      if (buffer.size() < capacity && !overrun) {
        buffer.add(entry);
      } else {
        overrun = true;
      }
    });
  }

  /** Notes that entries were not offered, so that the reader looks into the log. */
  void skip() {
    change(() -> overrun = true);
  }

  void end() {
    change(() -> ended = true);
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    sources.forEach(source -> source.remove(this));
  }
}
