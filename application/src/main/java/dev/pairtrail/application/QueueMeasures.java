package dev.pairtrail.application;

import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.queue.Count;
import java.util.Map;

/**
 * What can be measured of a queue on one instance.
 *
 * @param counts what happened in the log, from its first entry on
 * @param waiting tickets
 * @param openRooms rooms that are neither started nor cancelled
 * @param commits what became of this instance's appends since it started
 * @param losses how often this instance saw the log lose entries
 */
public record QueueMeasures(
    QueueName queue,
    Map<Count, Long> counts,
    int waiting,
    int openRooms,
    Commits commits,
    int losses) {

  /**
   * Appends, by their answers.
   *
   * @param landed group commits that are in the log
   * @param events in those
   * @param conflicts decided anew, as another writer came first
   * @param unknown without an answer, and tried again
   * @param refused by the store
   */
  public record Commits(long landed, long events, long conflicts, long unknown, long refused) {}
}
