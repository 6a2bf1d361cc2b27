package dev.pairtrail.application.engine;

import dev.pairtrail.application.ArchiveException;
import dev.pairtrail.application.port.Archive;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.Segment;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;
import java.lang.ref.SoftReference;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an archive has of one log. It remembers the segments it saw, as they never change, and the
 * one that was read last. Thread-safe.
 */
final class ArchivedEntries {
  private static final Logger LOG = LoggerFactory.getLogger(ArchivedEntries.class);

  private record Content(Segment segment, List<LogEntry> entries) {}

  private final QueueName queue;
  private final Archive archive;
  private volatile List<Segment> known = List.of();
  private volatile SoftReference<Content> last = new SoftReference<>(null);

  ArchivedEntries(QueueName queue, Archive archive) {
    this.queue = queue;
    this.archive = archive;
  }

  /** Whether entries after a position were seen in the archive; without looking there. */
  boolean surelyHasMoreThan(Position position) {
    return hasMoreThan(position, known);
  }

  /** Whether there are entries after a position in the archive now. */
  boolean hasMoreThan(Position position) {
    return surelyHasMoreThan(position) || hasMoreThan(position, segments());
  }

  private static boolean hasMoreThan(Position position, List<Segment> segments) {
    return !segments.isEmpty() && segments.getLast().last().isAfter(position);
  }

  /** The segments as they are now. */
  List<Segment> segments() {
    known = archive.segments(queue);
    return known;
  }

  /** Entries after a position: at least one if there are some, and of one segment. */
  List<LogEntry> after(Position position, int limit) {
    return hasMoreThan(position)
        ? known.stream()
            .filter(segment -> segment.last().isAfter(position))
            .findFirst()
            .map(segment -> after(position, limit, segment))
            .orElse(List.of())
        : List.of();
  }

  private List<LogEntry> after(Position position, int limit, Segment segment) {
    return content(segment).stream()
        .filter(entry -> entry.position().isAfter(position))
        .limit(limit)
        .toList();
  }

  /**
   * All entries of a segment.
   *
   * @throws ArchiveException if it is missing or damaged; which is logged
   */
  private List<LogEntry> content(Segment segment) {
    Content content = last.get();
    if (content == null || !content.segment().equals(segment)) {
      content = new Content(segment, read(segment));
      last = new SoftReference<>(content);
    }
    return content.entries();
  }

  private List<LogEntry> read(Segment segment) {
    try {
      return archive.read(queue, segment);
    } catch (ArchiveException e) {
      LOG.error("queue {}: {}", queue.value(), e.reason());
      throw e;
    }
  }

  /** Whether the entry that somebody read last is in the archive, at its place. */
  boolean has(Head head) {
    return segments().stream()
        .filter(segment -> !head.position().isAfter(segment.last()))
        .findFirst()
        .filter(segment -> isAt(head, segment))
        .isPresent();
  }

  private boolean isAt(Head head, Segment segment) {
    long index = head.revision() - segment.firstRevision();
    return index >= 0
        && index < segment.count()
        && content(segment).get((int) index).position().equals(head.position());
  }

  /**
   * Whether the archive is the beginning of a log: not if that is gone or was begun anew, as after
   * its loss. What is trimmed after it was archived leaves an entry at least.
   *
   * @param log as the store has it
   * @throws ArchiveException if entries between the two are in neither, or if the log has lost some
   *     that are in the archive
   */
  boolean belongTo(EventLog log) {
    return belongTo(log, log.read(Position.START, 1));
  }

  private boolean belongTo(EventLog log, List<LogEntry> beginning) {
    List<Segment> segments = segments();
    long archived = segments.isEmpty() ? 0 : segments.getLast().lastRevision();
    if (beginning.isEmpty()) {
      return archived == 0 || anew("is gone");
    }
    LogEntry first = beginning.getFirst();
    if (overlap(segments, first)) {
      return has(log, segments.getLast()) || wasTrimmed(log, beginning, segments);
    }
    if (first.revision() == 0) {
      return true;
    }
    if (first.revision() > archived + 1) {
      throw missing(first, archived + 1);
    }
    return first.revision() == archived + 1 || anew("was begun anew at " + first.position());
  }

  private static boolean overlap(List<Segment> segments, LogEntry first) {
    return !segments.isEmpty() && !first.position().isAfter(segments.getLast().last());
  }

  /** Whether a log still has the last entry of a segment. */
  private static boolean has(EventLog log, Segment segment) {
    return log.read(segment.last().previous(), 1).stream()
        .anyMatch(entry -> entry.isAt(segment.head()));
  }

  /**
   * Whether what the log lacks was trimmed since its beginning was read, by another instance; then
   * the two are looked at once more.
   */
  private boolean wasTrimmed(EventLog log, List<LogEntry> beginning, List<Segment> segments) {
    List<LogEntry> now = log.read(Position.START, 1);
    if (!now.equals(beginning)) {
      return belongTo(log, now);
    }
    throw lost(
        segments.stream()
            .filter(segment -> !beginning.getFirst().position().isAfter(segment.last()))
            .filter(segment -> !has(log, segment))
            .findFirst()
            .orElseGet(segments::getLast));
  }

  private boolean anew(String what) {
    LOG.error(
        "queue {}: the log {}: it is not the one in the archive {}",
        queue.value(),
        what,
        archive.place());
    return false;
  }

  /** As after a failover to a replica that had not got them. */
  private ArchiveException lost(Segment segment) {
    return said(
        "the log has lost entries that are in the archive %s: the file %s and those after it no"
                .formatted(archive.place(), segment.file())
            + " longer belong to this log; move them and the manifest of the queue to another"
            + " folder, where they tell what was lost");
  }

  private ArchiveException missing(LogEntry first, long expected) {
    return said(
        "the entries of revision %d to %d are neither in the archive %s nor in the log"
            .formatted(expected, first.revision() - 1, archive.place()));
  }

  private ArchiveException said(String reason) {
    LOG.error("queue {}: {}", queue.value(), reason);
    return new ArchiveException(reason);
  }
}
