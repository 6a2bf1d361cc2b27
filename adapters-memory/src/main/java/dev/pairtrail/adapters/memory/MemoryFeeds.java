package dev.pairtrail.adapters.memory;

import dev.pairtrail.application.FeedEntry;
import dev.pairtrail.application.port.Feeds;
import dev.pairtrail.application.port.Limits;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.LogEntry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The feeds, and how far they are derived. Thread-safe: every method is one step. */
final class MemoryFeeds implements Feeds {
  private final InstantSource clock;

  /** Those whose last entry came first are first. */
  private final Map<Tag, KeptFeed> feeds = new LinkedHashMap<>();

  private final Map<QueueName, Head> intended = new HashMap<>();
  private final Map<QueueName, Head> derived = new HashMap<>();
  private long generation;
  private Position from = Position.START;

  MemoryFeeds(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Checkpoint checkpoint() {
    return new Checkpoint(
        generation,
        from,
        Stream.concat(intended.keySet().stream(), derived.keySet().stream())
            .distinct()
            .collect(Collectors.toMap(Function.identity(), this::progress)));
  }

  private Progress progress(QueueName queue) {
    Head start = new Head(from, 0);
    Head upTo = derived.getOrDefault(queue, start);
    Head noted = intended.getOrDefault(queue, start);
    return new Progress(upTo, noted.position().isAfter(upTo.position()) ? noted : upTo);
  }

  @Override
  public synchronized boolean begin(long before, long next, Position start) {
    if (next <= before) {
      throw new IllegalArgumentException(next + " is not greater than " + before);
    }
    if (generation != before) {
      return false;
    }
    generation = next;
    from = start;
    intended.clear();
    derived.clear();
    return true;
  }

  @Override
  public synchronized Move intend(QueueName queue, long of, Head upTo) {
    return move(intended, queue, of, upTo);
  }

  @Override
  public synchronized Move advance(QueueName queue, long of, Head upTo) {
    return move(derived, queue, of, upTo);
  }

  private Move move(Map<QueueName, Head> noted, QueueName queue, long of, Head upTo) {
    if (of != generation) {
      return Move.STALE;
    }
    Head before = noted.getOrDefault(queue, Head.START);
    if (!upTo.position().isAfter(before.position())) {
      return Move.BEHIND;
    }
    noted.put(queue, upTo);
    return Move.FORWARD;
  }

  @Override
  public synchronized OptionalInt append(
      QueueName queue, long of, List<LogEntry> entries, Kept kept) {
    forgetTheOld();
    int added = 0;
    boolean stale = false;
    for (LogEntry entry : entries) {
      for (Tag tag : entry.tags()) {
        if (tag.isPlayerOrRoom()) {
          KeptFeed feed = feed(tag, of);
          stale |= feed.generation() > of;
          added += add(tag, feed, new FeedEntry(queue, entry), of, kept);
        }
      }
    }
    return stale ? OptionalInt.empty() : OptionalInt.of(added);
  }

  private KeptFeed feed(Tag tag, long of) {
    KeptFeed feed = feeds.get(tag);
    return feed == null || feed.hasEnded(clock.instant()) || feed.generation() < of
        ? new KeptFeed(of)
        : feed;
  }

  /** Who got an entry stays for a while longer than all others. */
  private int add(Tag tag, KeptFeed feed, FeedEntry entry, long of, Kept kept) {
    if (!feed.add(entry, of, kept.entries())) {
      return 0;
    }
    feed.endAt(clock.instant().plus(kept.ttl()));
    feeds.remove(tag);
    feeds.put(tag, feed);
    return 1;
  }

  /** The first to end are the first in order, where all stay equally long. */
  private void forgetTheOld() {
    Instant now = clock.instant();
    Iterator<KeptFeed> eldest = feeds.values().iterator();
    while (eldest.hasNext() && eldest.next().hasEnded(now)) {
      eldest.remove();
    }
  }

  @Override
  public synchronized Content read(Tag tag, int limit) {
    Limits.requireLimit(limit);
    KeptFeed feed = feeds.get(tag);
    return feed == null || feed.hasEnded(clock.instant()) ? Content.NONE : feed.content(limit);
  }
}
