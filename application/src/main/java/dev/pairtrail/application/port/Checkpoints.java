package dev.pairtrail.application.port;

import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.queue.QueueSnapshot;
import java.util.Optional;

/**
 * States of one queue at some entries of its log, kept beside it, so that a state in between is
 * soon folded. They only save time, and they outlive their log, so ask the log whether it has the
 * entry. Thread-safe.
 */
public interface Checkpoints {

  /**
   * The last one at or before a position; empty if there is none, or this version cannot read it.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  Optional<QueueSnapshot> before(Position position);

  /**
   * The head of the last one of all, readable or not; the start if there is none.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  Head head();

  /**
   * Keeps one more, or in the place of the one at the same position.
   *
   * @throws StoreUnavailableException if the store does not answer, or does not take it
   */
  void keep(QueueSnapshot checkpoint);
}
