package dev.pairtrail.application.engine;

import dev.pairtrail.adapters.memory.MemoryArchive;
import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.Segment;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The log of a run, wherever its entries are. */
record KeptLog(MemoryEventStore store, MemoryArchive archive) {

  /** What was archived and trimmed, and what the store has. */
  List<LogEntry> all() {
    List<LogEntry> stored = store.log(World.QUEUE).read(Position.START, Integer.MAX_VALUE);
    List<Segment> segments = archive.segments(World.QUEUE);
    if (segments.isEmpty() || stored.isEmpty()) {
      return stored;
    }
    List<LogEntry> whole = new ArrayList<>();
    for (Segment segment : segments) {
      archive.read(World.QUEUE, segment).stream()
          .filter(entry -> stored.getFirst().position().isAfter(entry.position()))
          .forEach(whole::add);
    }
    whole.addAll(stored);
    return whole;
  }

  Position last() {
    List<LogEntry> all = all();
    return all.isEmpty() ? Position.START : all.getLast().position();
  }

  /** What of some entries is in it no more. */
  List<LogEntry> goneOf(List<LogEntry> before) {
    Set<LogEntry> kept = new HashSet<>(all());
    return before.stream().filter(entry -> !kept.contains(entry)).toList();
  }

  /** As an instance reads it that starts now. */
  EventLog crossing() {
    return new ArchivedLog(store.log(World.QUEUE), new ArchivedEntries(World.QUEUE, archive));
  }

  /** As somebody does who reads what the instances say of an archive with more than the log has. */
  void moveAway(List<LogEntry> gone) {
    for (Segment segment : archive.segments(World.QUEUE)) {
      if (gone.stream().anyMatch(entry -> !entry.position().isAfter(segment.last()))) {
        archive.removeFrom(World.QUEUE, segment.firstRevision());
        return;
      }
    }
  }
}
