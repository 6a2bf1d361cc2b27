package dev.pairtrail.application.port;

import dev.pairtrail.application.ArchiveException;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;
import java.util.List;

/**
 * Keeps the beginnings of logs, in segments without a gap between them. Several instances may share
 * one: whoever is first writes a segment. Thread-safe.
 */
public interface Archive {
  /** Most entries of one segment. */
  int MAX_SEGMENT = 100_000;

  /**
   * The segments of a queue, in order; each begins right after the one before.
   *
   * @throws ArchiveException if that cannot be told, or does not hold
   */
  List<Segment> segments(QueueName queue);

  /**
   * Adds a segment after the last one, and reads it back. A segment that is there already is left
   * as it is.
   *
   * @param firstRevision the number of the first entry: one more than that of the last one archived
   * @param entries 1 to {@value #MAX_SEGMENT}, in order
   * @throws ArchiveException if it was not written, does not follow, or another one is in its place
   */
  Segment write(QueueName queue, long firstRevision, List<LogEntry> entries);

  /**
   * All entries of a segment, as they were in the log.
   *
   * @throws ArchiveException if it is missing or damaged
   */
  List<LogEntry> read(QueueName queue, Segment segment);

  /** Where it is, for people to read. */
  String place();
}
