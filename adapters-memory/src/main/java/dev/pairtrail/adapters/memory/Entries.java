package dev.pairtrail.adapters.memory;

import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.LogEntry;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The entries of one log. Not thread-safe; {@link QueueLog} guards it. */
final class Entries {
  /**
   * An entry as stored.
   *
   * @param revision its number, also where the entry itself carries none
   * @param tags what conditions are held against; none conflicts with all of them
   */
  private record Stored(LogEntry entry, long revision, Set<Tag> tags) {
    boolean touches(Set<Tag> asked) {
      return tags.isEmpty() || !Collections.disjoint(tags, asked);
    }
  }

  /** Makes an entry for a place in the log. */
  interface Maker {
    LogEntry make(Position position, long revision);
  }

  private final InstantSource clock;
  private final NavigableMap<Position, Stored> stored = new TreeMap<>();
  private Position last = Position.START;
  private long revision;

  Entries(InstantSource clock) {
    this.clock = clock;
  }

  /** Adds an entry at the end; {@code tags} are those that conditions see. */
  Position add(Set<Tag> tags, Maker maker) {
    last = next();
    revision++;
    stored.put(last, new Stored(maker.make(last, revision), revision, tags));
    return last;
  }

  /** Adds an entry as it is; conditions see the tags that it carries. */
  void put(LogEntry entry) {
    last = entry.position();
    revision = entry.revision() > 0 ? entry.revision() : revision + 1;
    Set<Tag> seen = entry.revision() > 0 ? entry.tags() : Set.of();
    stored.put(last, new Stored(entry, revision, seen));
  }

  private Position next() {
    long now = Math.max(0, clock.millis());
    return now > last.millis()
        ? new Position(now, 0)
        : new Position(last.millis(), last.sequence() + 1);
  }

  List<LogEntry> after(Position position, long limit) {
    return stored.tailMap(position, false).values().stream()
        .limit(limit)
        .map(Stored::entry)
        .toList();
  }

  int countAfter(Position position) {
    return stored.tailMap(position, false).size();
  }

  boolean conflictsWith(AppendCondition condition) {
    return !condition.tags().isEmpty()
        && stored.tailMap(condition.after().position(), false).values().stream()
            .anyMatch(entry -> entry.touches(condition.tags()));
  }

  /** Whether this is the log that was read up to the head. */
  boolean continues(Head head) {
    if (head.position().equals(Position.START)) {
      return true;
    }
    Stored there = stored.get(head.position());
    return there == null ? wasTrimmedTo(head) : there.revision() == head.revision();
  }

  /** Whether what is left begins right after the head, so that nothing unread was trimmed. */
  private boolean wasTrimmedTo(Head head) {
    if (stored.isEmpty()) {
      return last.equals(head.position()) && revision == head.revision();
    }
    LogEntry first = stored.firstEntry().getValue().entry();
    return stored.firstKey().isAfter(head.position()) && first.revision() == head.revision() + 1;
  }

  /** Whether entries were removed; of a log that has none left nobody can say what they were. */
  boolean isInPart() {
    return !stored.isEmpty() && stored.size() < revision;
  }

  Optional<LogEntry> at(Position position) {
    return Optional.ofNullable(stored.get(position)).map(Stored::entry);
  }

  boolean has(Position position) {
    return stored.containsKey(position);
  }

  /** The last position that was given to an entry, which may have been trimmed since. */
  Position last() {
    return last;
  }

  /** The position of the last entry that is still there. */
  Position end() {
    return stored.isEmpty() ? Position.START : stored.lastKey();
  }

  long nextRevision() {
    return revision + 1;
  }

  int size() {
    return stored.size();
  }

  void trim(int keep) {
    while (stored.size() > keep) {
      stored.pollFirstEntry();
    }
  }

  /** The entries at one moment. */
  static final class Copy {
    private final NavigableMap<Position, Stored> stored;
    private final Position last;
    private final long revision;

    private Copy(Entries entries) {
      stored = new TreeMap<>(entries.stored);
      last = entries.last;
      revision = entries.revision;
    }
  }

  Copy copy() {
    return new Copy(this);
  }

  void restore(Copy copy) {
    stored.clear();
    stored.putAll(copy.stored);
    last = copy.last;
    revision = copy.revision;
  }

  /** Why the log needs an entry up to a position: the last one stays. Empty if it does not. */
  Optional<String> needs(Position upTo) {
    return stored.isEmpty() || stored.lastKey().isAfter(upTo)
        ? Optional.empty()
        : Optional.of("the last entry of the log, " + stored.lastKey() + ", stays");
  }

  /** Removes the entries up to a position and with it; how many they were. */
  long trim(Position upTo) {
    var going = stored.headMap(upTo, true);
    long count = going.size();
    going.clear();
    return count;
  }

  void clear() {
    stored.clear();
    last = Position.START;
    revision = 0;
  }
}
