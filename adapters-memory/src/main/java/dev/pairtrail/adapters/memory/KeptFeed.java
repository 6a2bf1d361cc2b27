package dev.pairtrail.adapters.memory;

import dev.pairtrail.application.FeedEntry;
import dev.pairtrail.application.port.Feeds.Content;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** One feed of one generation, and of each queue the position up to which it has all. */
final class KeptFeed {
  private final long generation;
  private final Map<QueueName, Position> watermarks = new HashMap<>();
  private final Deque<FeedEntry> entries = new ArrayDeque<>();
  private Instant end = Instant.MAX;

  KeptFeed(long generation) {
    this.generation = generation;
  }

  long generation() {
    return generation;
  }

  /** Adds an entry that a writer of a generation brings; tells whether it was new. */
  boolean add(FeedEntry entry, long of, int most) {
    Position before = watermarks.getOrDefault(entry.queue(), Position.START);
    if (generation != of || !entry.entry().position().isAfter(before)) {
      return false;
    }
    watermarks.put(entry.queue(), entry.entry().position());
    entries.addLast(entry);
    if (entries.size() > most) {
      entries.removeFirst();
    }
    return true;
  }

  void endAt(Instant moment) {
    end = moment;
  }

  boolean hasEnded(Instant now) {
    return !now.isBefore(end);
  }

  Content content(int limit) {
    return new Content(
        generation, entries.stream().skip(Math.max(0, entries.size() - limit)).toList());
  }
}
