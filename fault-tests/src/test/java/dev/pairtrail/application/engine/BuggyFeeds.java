package dev.pairtrail.application.engine;

import dev.pairtrail.application.FeedEntry;
import dev.pairtrail.application.port.Feeds;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.LogEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Feeds with known bugs. */
abstract class BuggyFeeds implements Feeds {
  private final Feeds feeds;

  BuggyFeeds(Feeds feeds) {
    this.feeds = feeds;
  }

  @Override
  public Checkpoint checkpoint() {
    return feeds.checkpoint();
  }

  @Override
  public boolean begin(long generation, long next, Position from) {
    return feeds.begin(generation, next, from);
  }

  @Override
  public Move intend(QueueName queue, long generation, Head upTo) {
    return feeds.intend(queue, generation, upTo);
  }

  @Override
  public OptionalInt append(QueueName queue, long generation, List<LogEntry> entries, Kept kept) {
    return feeds.append(queue, generation, entries, kept);
  }

  @Override
  public Move advance(QueueName queue, long generation, Head upTo) {
    return feeds.advance(queue, generation, upTo);
  }

  @Override
  public Content read(Tag feed, int limit) {
    return feeds.read(feed, limit);
  }

  /** Adds whatever is brought, though the feed may have it. */
  static final class WithoutWatermarks extends BuggyFeeds {
    private final Map<Tag, Content> contents = new HashMap<>();

    WithoutWatermarks(Feeds feeds) {
      super(feeds);
    }

    @Override
    public OptionalInt append(QueueName queue, long generation, List<LogEntry> entries, Kept kept) {
      for (LogEntry entry : entries) {
        entry.tags().stream()
            .filter(Tag::isPlayerOrRoom)
            .forEach(tag -> add(tag, generation, new FeedEntry(queue, entry)));
      }
      return OptionalInt.of(entries.size());
    }

    private void add(Tag tag, long generation, FeedEntry entry) {
      Content before = read(tag, 1);
      if (before.generation() <= generation) {
        List<FeedEntry> more =
            new ArrayList<>(before.generation() == generation ? before.entries() : List.of());
        more.add(entry);
        contents.put(tag, new Content(generation, more));
      }
    }

    @Override
    public Content read(Tag tag, int limit) {
      return contents.getOrDefault(tag, Content.NONE);
    }
  }

  /** Says that all is derived before it is. */
  static final class AdvancingFirst extends BuggyFeeds {
    AdvancingFirst(Feeds feeds) {
      super(feeds);
    }

    @Override
    public Move intend(QueueName queue, long generation, Head upTo) {
      super.advance(queue, generation, upTo);
      return super.intend(queue, generation, upTo);
    }
  }

  /** Begins no other generation: what the log lost stays in the feeds. */
  static final class Unforgetting extends BuggyFeeds {
    Unforgetting(Feeds feeds) {
      super(feeds);
    }

    @Override
    public boolean begin(long generation, long next, Position from) {
      return generation == 0 && super.begin(generation, next, from);
    }
  }
}
