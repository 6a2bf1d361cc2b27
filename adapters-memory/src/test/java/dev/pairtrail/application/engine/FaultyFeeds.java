package dev.pairtrail.application.engine;

import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.Feeds;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.LogEntry;
import java.util.List;
import java.util.OptionalInt;

/** Real feeds that count what they are asked, and lose a reply when a test has them do so. */
final class FaultyFeeds implements Feeds {
  private final Feeds feeds;
  int asked;
  int written;
  boolean loseNextWrite;
  boolean loseNextReply;

  FaultyFeeds(Feeds feeds) {
    this.feeds = feeds;
  }

  @Override
  public Checkpoint checkpoint() {
    asked++;
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
    if (loseNextWrite) {
      loseNextWrite = false;
      throw new StoreUnavailableException("not sent");
    }
    OptionalInt added = feeds.append(queue, generation, entries, kept);
    written += added.orElse(0);
    if (loseNextReply) {
      loseNextReply = false;
      throw new StoreUnavailableException("no reply");
    }
    return added;
  }

  @Override
  public Move advance(QueueName queue, long generation, Head upTo) {
    return feeds.advance(queue, generation, upTo);
  }

  @Override
  public Content read(Tag feed, int limit) {
    return feeds.read(feed, limit);
  }
}
