package dev.pairtrail.application.engine;

import dev.pairtrail.domain.queue.Count;
import dev.pairtrail.domain.queue.QueueState;
import java.util.Map;

/**
 * What is measured of a state.
 *
 * @param counts what happened in the log, from its first entry on
 * @param waiting tickets
 * @param openRooms rooms that are neither started nor cancelled
 */
record Figures(Map<Count, Long> counts, int waiting, int openRooms) {
  static Figures of(QueueState state) {
    return new Figures(state.counts(), state.depth(), state.openRooms().size());
  }
}
