package dev.pairtrail.application.port;

import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.queue.QueueSnapshot;
import java.util.Optional;

/**
 * The newest snapshot of one queue, kept beside its log. It only saves time: what it says is in the
 * log as well. It outlives its log, so ask the log whether it goes on from there. Thread-safe.
 */
public interface Snapshots {

  /**
   * The newest snapshot; empty if there is none, or none that this version can read, which is
   * logged.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  Optional<QueueSnapshot> newest();

  /**
   * The head of the newest snapshot, readable or not, without reading it; the start if there is
   * none.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  Head head();

  /**
   * Keeps a snapshot instead of the one before if its position is after that one's, as one step.
   *
   * @return whether it was kept
   * @throws StoreUnavailableException if the store does not answer, or does not take it
   */
  boolean write(QueueSnapshot snapshot);
}
