package dev.pairtrail.adapters.archive;

import dev.pairtrail.application.ArchiveException;
import dev.pairtrail.application.port.Archive;
import dev.pairtrail.application.port.Segment;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.format.Digests;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * An archive in a folder. Segments are the truth and are written once; the manifest of a queue
 * lists them, and may lack the last ones, where an instance died or another one wrote it a moment
 * later: those are found by their names. Thread-safe, and safe among the instances that share the
 * folder.
 */
public final class FolderArchive implements Archive {
  private final Folder folder;

  /** An archive in this folder, which is created when something is written. */
  public FolderArchive(Path folder) {
    this.folder = new Folder(folder);
  }

  @Override
  public List<Segment> segments(QueueName queue) {
    List<Segment> segments = new ArrayList<>(listed(queue));
    for (Segment s = unlisted(queue, segments); s != null; s = unlisted(queue, segments)) {
      segments.add(s);
    }
    requireNoGap(queue, segments);
    return segments;
  }

  private List<Segment> listed(QueueName queue) {
    String file = Manifest.file(queue);
    return folder.has(file) ? Manifest.segments(queue, folder.read(file), path(file)) : List.of();
  }

  /** The segment that follows these though no manifest lists it; null if there is none. */
  private @Nullable Segment unlisted(QueueName queue, List<Segment> segments) {
    OptionalLong next =
        segments.isEmpty()
            ? folder.names().stream()
                .flatMapToLong(name -> SegmentFile.firstRevision(queue, name).stream())
                .min()
            : OptionalLong.of(segments.getLast().lastRevision() + 1);
    String name = next.isPresent() ? SegmentFile.name(queue, next.getAsLong()) : "";
    return !name.isEmpty() && folder.has(name) ? found(name, next.getAsLong()) : null;
  }

  private Segment found(String name, long firstRevision) {
    byte[] bytes = folder.read(name);
    List<LogEntry> entries = SegmentFile.entries(bytes, path(name));
    if (entries.isEmpty()) {
      throw new ArchiveException(path(name) + " is damaged: it has no entries");
    }
    return SegmentFile.segment(name, firstRevision, entries, bytes);
  }

  private void requireNoGap(QueueName queue, List<Segment> segments) {
    for (int i = 1; i < segments.size(); i++) {
      Segment before = segments.get(i - 1);
      Segment next = segments.get(i);
      if (next.firstRevision() != before.lastRevision() + 1
          || !next.first().isAfter(before.last())) {
        throw new ArchiveException(
            path(Manifest.file(queue))
                + " has a gap between "
                + before.file()
                + " and "
                + next.file());
      }
    }
  }

  @Override
  public synchronized Segment write(QueueName queue, long firstRevision, List<LogEntry> entries) {
    if (entries.isEmpty() || entries.size() > MAX_SEGMENT) {
      throw new IllegalArgumentException(
          "a segment has 1 to " + MAX_SEGMENT + " entries, not " + entries.size());
    }
    List<Segment> segments = segments(queue);
    Optional<Segment> there =
        segments.stream().filter(s -> s.firstRevision() == firstRevision).findFirst();
    if (there.isPresent()) {
      return same(queue, there.get(), entries);
    }
    requireNext(queue, segments, firstRevision, entries);
    Segment written = create(queue, firstRevision, entries);
    segments.add(written);
    folder.replace(Manifest.file(queue), Manifest.bytes(queue, segments));
    return written;
  }

  /** Whoever was first wrote it; if that was another instance, it wrote the same. */
  private Segment create(QueueName queue, long firstRevision, List<LogEntry> entries) {
    String name = SegmentFile.name(queue, firstRevision);
    folder.create(name, SegmentFile.bytes(queue, entries));
    return same(queue, found(name, firstRevision), entries);
  }

  private Segment same(QueueName queue, Segment segment, List<LogEntry> entries) {
    if (!read(queue, segment).equals(entries)) {
      throw new ArchiveException(
          path(segment.file()) + " is there already and has other entries than those to archive");
    }
    return segment;
  }

  private void requireNext(
      QueueName queue, List<Segment> segments, long firstRevision, List<LogEntry> entries) {
    if (segments.isEmpty()) {
      return;
    }
    Segment last = segments.getLast();
    if (firstRevision != last.lastRevision() + 1
        || !entries.getFirst().position().isAfter(last.last())) {
      throw new ArchiveException(
          path(Manifest.file(queue))
              + " ends at "
              + last.last()
              + ", revision "
              + last.lastRevision()
              + ": revision "
              + firstRevision
              + " at "
              + entries.getFirst().position()
              + " does not follow it");
    }
  }

  @Override
  public List<LogEntry> read(QueueName queue, Segment segment) {
    byte[] bytes = folder.read(segment.file());
    String file = path(segment.file());
    if (!Digests.sha256(bytes).equals(segment.sha256())) {
      throw new ArchiveException(file + " is damaged: its digest is not the one in the manifest");
    }
    List<LogEntry> entries = SegmentFile.entries(bytes, file);
    if (entries.size() != segment.count()
        || !entries.getFirst().position().equals(segment.first())
        || !entries.getLast().position().equals(segment.last())) {
      throw new ArchiveException(file + " is damaged: it has not the entries of the manifest");
    }
    return entries;
  }

  @Override
  public String place() {
    return folder.path().toString();
  }

  private String path(String file) {
    return folder.path().resolve(file).toString();
  }
}
