package dev.pairtrail.adapters.memory;

import dev.pairtrail.application.ArchiveException;
import dev.pairtrail.application.port.Archive;
import dev.pairtrail.application.port.Segment;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** An archive in memory, for tests, with what can happen to one on disk. Thread-safe. */
public final class MemoryArchive implements Archive {
  private record Kept(Segment segment, List<LogEntry> entries) {}

  private final Map<QueueName, NavigableMap<Long, Kept>> queues = new HashMap<>();
  private int writesUntilFull = Integer.MAX_VALUE;
  private boolean damaged;

  /** An empty archive. */
  public MemoryArchive() {}

  @Override
  public synchronized List<Segment> segments(QueueName queue) {
    return kept(queue).values().stream().map(Kept::segment).toList();
  }

  @Override
  public synchronized Segment write(QueueName queue, long firstRevision, List<LogEntry> entries) {
    if (entries.isEmpty() || entries.size() > MAX_SEGMENT) {
      throw new IllegalArgumentException(
          "a segment has 1 to " + MAX_SEGMENT + " entries, not " + entries.size());
    }
    Kept there = kept(queue).get(firstRevision);
    if (there == null) {
      return add(queue, firstRevision, List.copyOf(entries));
    }
    if (!there.entries().equals(entries)) {
      throw new ArchiveException(there.segment().file() + " has other entries");
    }
    return there.segment();
  }

  private Segment add(QueueName queue, long firstRevision, List<LogEntry> entries) {
    requireNext(queue, firstRevision, entries);
    if (--writesUntilFull < 0) {
      throw new ArchiveException("segment " + firstRevision + " cannot be written: it is full");
    }
    Segment segment =
        new Segment(
            queue.value() + "-" + firstRevision,
            entries.getFirst().position(),
            entries.getLast().position(),
            firstRevision,
            firstRevision + entries.size() - 1,
            Integer.toHexString(entries.hashCode()));
    kept(queue).put(firstRevision, new Kept(segment, entries));
    return segment;
  }

  private void requireNext(QueueName queue, long firstRevision, List<LogEntry> entries) {
    if (kept(queue).isEmpty()) {
      return;
    }
    Segment last = kept(queue).lastEntry().getValue().segment();
    if (firstRevision != last.lastRevision() + 1
        || !entries.getFirst().position().isAfter(last.last())) {
      throw new ArchiveException("revision " + firstRevision + " does not follow " + last);
    }
  }

  @Override
  public synchronized List<LogEntry> read(QueueName queue, Segment segment) {
    Kept kept = kept(queue).get(segment.firstRevision());
    if (damaged || kept == null || !kept.segment().equals(segment)) {
      throw new ArchiveException("segment " + segment.file() + " is damaged");
    }
    return kept.entries();
  }

  @Override
  public String place() {
    return "memory";
  }

  /** Takes so many segments more and fails then. */
  public synchronized void fullAfter(int writes) {
    writesUntilFull = writes;
  }

  /** Takes the segments away that have the entry of this number, or later ones. */
  public synchronized void removeFrom(QueueName queue, long revision) {
    kept(queue).values().removeIf(kept -> kept.segment().lastRevision() >= revision);
  }

  /** Makes every segment unreadable, or readable again. */
  public synchronized void damage(boolean now) {
    damaged = now;
  }

  private NavigableMap<Long, Kept> kept(QueueName queue) {
    return queues.computeIfAbsent(queue, _ -> new TreeMap<>());
  }
}
