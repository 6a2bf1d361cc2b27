package dev.pairtrail.application.engine;

import dev.pairtrail.application.ArchiveException;
import dev.pairtrail.application.Retention;
import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.Archive;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.Segment;
import dev.pairtrail.application.port.TrimResult;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Archives the beginning of a log and then trims it, a segment at a time. Nothing is trimmed that
 * was not read back from the archive and found equal. For one thread, but for {@link #problem}.
 */
final class Trimmer {
  private static final Logger LOG = LoggerFactory.getLogger(Trimmer.class);

  private final QueueName queue;
  private final EventLog log;
  private final Archive archive;
  private final ArchivedEntries archived;
  private final Supplier<Keeping> keeping;
  private final Runnable wantSnapshot;
  private final int most;
  private volatile String problem = "";

  /**
   * @param log as the store has it
   * @param keeping what must stay as things are now
   * @param wantSnapshot is called if nothing can go before there is a newer one
   * @param most most entries of one segment
   */
  Trimmer(
      QueueName queue,
      EventLog log,
      Retention retention,
      Supplier<Keeping> keeping,
      Runnable wantSnapshot,
      int most) {
    this.queue = queue;
    this.log = log;
    archive = retention.archive();
    archived = new ArchivedEntries(queue, archive);
    this.keeping = keeping;
    this.wantSnapshot = wantSnapshot;
    this.most = most;
  }

  /** Why nothing is archived or trimmed; empty if all is well. For any thread. */
  String problem() {
    return problem;
  }

  /** Archives and trims one segment if one may go; tells whether another one may. */
  boolean turn() {
    try {
      boolean more = step();
      problem = "";
      return more;
    } catch (ArchiveException e) {
      LOG.error("queue {}: nothing is trimmed: {}", queue.value(), e.reason());
      problem = e.reason();
      return false;
    } catch (StoreUnavailableException e) {
      problem = e.reason();
      throw e;
    }
  }

  private boolean step() {
    List<LogEntry> first = log.read(Position.START, 1);
    if (first.isEmpty()) {
      return false;
    }
    requireSameLog(first);
    Keeping keep = keeping.get();
    Optional<Segment> segment = segmentOf(first.getFirst());
    if (segment.isEmpty()) {
      segment = archiveNext(first.getFirst(), keep);
    }
    return segment.filter(s -> keep.allows(s.last())).filter(this::trim).isPresent();
  }

  private void requireSameLog(List<LogEntry> first) {
    if (!archived.belongTo(log)) {
      throw new ArchiveException(
          "the log, which begins at %s, is not the one in the archive %s: give it another folder"
              .formatted(first.getFirst().position(), archive.place()));
    }
  }

  /** The segment that has this entry already, as where an instance died before it trimmed. */
  private Optional<Segment> segmentOf(LogEntry first) {
    return archived.segments().stream()
        .filter(segment -> !first.position().isAfter(segment.last()))
        .findFirst();
  }

  private Optional<Segment> archiveNext(LogEntry first, Keeping keep) {
    List<Segment> segments = archived.segments();
    long revision = segments.isEmpty() ? 1 : segments.getLast().lastRevision() + 1;
    if (!keep.isOverdue(revision, first.position())) {
      return Optional.empty();
    }
    if (keep.lacksSnapshot(first.position())) {
      wantSnapshot.run();
      return Optional.empty();
    }
    List<LogEntry> entries = log.read(Position.START, most);
    if (entries.isEmpty() || !entries.getFirst().equals(first)) {
      return Optional.empty(); // another instance was faster
    }
    List<LogEntry> leaving = leaving(entries, revision, keep);
    return leaving.isEmpty()
        ? Optional.empty()
        : Optional.of(archive.write(queue, revision, leaving));
  }

  /** The first entries that may go; their numbers must follow each other. */
  private List<LogEntry> leaving(List<LogEntry> entries, long firstRevision, Keeping keep) {
    List<LogEntry> leaving = new ArrayList<>();
    for (LogEntry entry : entries) {
      long revision = firstRevision + leaving.size();
      if (entry.revision() != 0 && entry.revision() != revision) {
        throw new ArchiveException(
            "the log has a gap: revision %d is at %s where %d should be"
                .formatted(entry.revision(), entry.position(), revision));
      }
      if (!keep.mayGo(revision, entry.position())) {
        return leaving;
      }
      leaving.add(entry);
    }
    return leaving;
  }

  private boolean trim(Segment segment) {
    requireArchived(segment);
    return switch (log.trim(segment.last())) {
      case TrimResult.Trimmed(var removed) -> {
        LOG.info(
            "queue {}: trimmed {} entries up to {}, archived in {}",
            queue.value(),
            removed,
            segment.last(),
            segment.file());
        yield true;
      }
      case TrimResult.Refused(var reason) -> {
        LOG.warn("queue {}: not trimmed up to {}: {}", queue.value(), segment.last(), reason);
        yield false;
      }
    };
  }

  /** What is about to go is what the archive gives back. */
  private void requireArchived(Segment segment) {
    List<LogEntry> kept = archive.read(queue, segment);
    List<LogEntry> going =
        log.read(Position.START, kept.size()).stream()
            .filter(entry -> !entry.position().isAfter(segment.last()))
            .toList();
    if (!kept.subList(kept.size() - going.size(), kept.size()).equals(going)) {
      throw new ArchiveException(
          "%s in %s has other entries than the log".formatted(segment.file(), archive.place()));
    }
  }
}
