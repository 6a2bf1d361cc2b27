package dev.pairtrail.application.engine;

import dev.pairtrail.application.port.Feeds;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.LogEntry;
import java.util.List;
import java.util.OptionalInt;

/** The feeds as one instance reaches them: what it asks for may happen without an answer. */
record UnreliableFeeds(Feeds feeds, World world) implements Feeds {
  @Override
  public Checkpoint checkpoint() {
    return new UnreliableCall(world).of(feeds::checkpoint);
  }

  @Override
  public boolean begin(long generation, long next, Position from) {
    return new UnreliableCall(world).of(() -> feeds.begin(generation, next, from));
  }

  @Override
  public Move intend(QueueName queue, long generation, Head upTo) {
    return new UnreliableCall(world).of(() -> feeds.intend(queue, generation, upTo));
  }

  @Override
  public OptionalInt append(QueueName queue, long generation, List<LogEntry> entries, Kept kept) {
    return new UnreliableCall(world).of(() -> feeds.append(queue, generation, entries, kept));
  }

  @Override
  public Move advance(QueueName queue, long generation, Head upTo) {
    return new UnreliableCall(world).of(() -> feeds.advance(queue, generation, upTo));
  }

  @Override
  public Content read(Tag feed, int limit) {
    return new UnreliableCall(world).of(() -> feeds.read(feed, limit));
  }
}
