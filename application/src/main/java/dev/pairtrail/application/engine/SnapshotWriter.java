package dev.pairtrail.application.engine;

import dev.pairtrail.application.port.Snapshots;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.queue.QueueSnapshot;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a snapshot beside the log every so many entries. Each instance looks first whether another
 * was faster, so that one does the work. For one thread, but for {@link #want}.
 */
final class SnapshotWriter {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotWriter.class);

  private static final int ENTRIES_FOR_EACH_PART = 4;

  private final Supplier<Head> newest;
  private final Predicate<QueueSnapshot> place;
  private final Supplier<Head> folded;
  private final Supplier<QueueSnapshot> take;
  private final long every;
  private Head stored = Head.START;
  private boolean looked;

  /** Of the last snapshot that was taken here. */
  private int size;

  private volatile boolean wanted;

  SnapshotWriter(
      Snapshots snapshots, Supplier<Head> folded, Supplier<QueueSnapshot> take, long every) {
    this(snapshots::head, snapshots::write, folded, take, every);
  }

  /**
   * Writes to some place.
   *
   * @param newest the head of the last that is there
   * @param place takes a snapshot, or tells that it did not
   * @param folded how far the state is, at no cost
   * @param take takes a snapshot of it
   */
  SnapshotWriter(
      Supplier<Head> newest,
      Predicate<QueueSnapshot> place,
      Supplier<Head> folded,
      Supplier<QueueSnapshot> take,
      long every) {
    this.newest = newest;
    this.place = place;
    this.folded = folded;
    this.take = take;
    this.every = every;
  }

  /** Has the next turn write one however few entries are new. For any thread. */
  void want() {
    wanted = true;
  }

  /** Writes a snapshot if one is due; tells whether it did. */
  boolean turn() {
    if (looked && !isDue()) {
      return false;
    }
    stored = newest.get();
    looked = true;
    boolean due = isDue();
    wanted = false;
    return due && write(take.get());
  }

  /** Also if the stored one is of a log that was longer than this one is, and is gone. */
  private boolean isDue() {
    Head head = folded.get();
    return head.position().isAfter(stored.position())
        && (wanted
            || head.revision() - stored.revision() >= interval()
            || stored.revision() > head.revision());
  }

  /** A large state is written less often, so that its price for each entry stays small. */
  private long interval() {
    return Math.max(every, ENTRIES_FOR_EACH_PART * (long) size);
  }

  private boolean write(QueueSnapshot snapshot) {
    size = snapshot.size();
    boolean written = place.test(snapshot);
    stored = snapshot.head();
    if (written) {
      LOG.info("queue {}: wrote a snapshot at {}", snapshot.queue().value(), stored);
    }
    return written;
  }
}
