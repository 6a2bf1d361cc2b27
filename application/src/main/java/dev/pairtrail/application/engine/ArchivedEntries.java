package dev.pairtrail.application.engine;

import dev.pairtrail.application.ArchiveException;
import dev.pairtrail.application.port.Archive;
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
   * @param beginning the first entry that the store has; none if it has none
   * @throws ArchiveException if entries between the two are in neither
   */
  boolean belongTo(List<LogEntry> beginning) {
    List<Segment> segments = segments();
    long archived = segments.isEmpty() ? 0 : segments.getLast().lastRevision();
    if (beginning.isEmpty()) {
      return archived == 0 || anew("is gone");
    }
    LogEntry first = beginning.getFirst();
    boolean overlaps = hasMoreThan(first.position(), segments) || isEnd(first, segments);
    if (overlaps || first.revision() == 0) {
      return true;
    }
    if (first.revision() > archived + 1) {
      throw missing(first, archived + 1);
    }
    return first.revision() == archived + 1 || anew("was begun anew at " + first.position());
  }

  private static boolean isEnd(LogEntry entry, List<Segment> segments) {
    return !segments.isEmpty() && segments.getLast().last().equals(entry.position());
  }

  private boolean anew(String what) {
    LOG.error(
        "queue {}: the log {}: it is not the one in the archive {}",
        queue.value(),
        what,
        archive.place());
    return false;
  }

  private ArchiveException missing(LogEntry first, long expected) {
    ArchiveException missing =
        new ArchiveException(
            "the entries of revision %d to %d are neither in the archive %s nor in the log"
                .formatted(expected, first.revision() - 1, archive.place()));
    LOG.error("queue {}: {}", queue.value(), missing.reason());
    return missing;
  }
}
