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
import java.util.function.Supplier;

/** The feeds as one instance reaches them: what it asks for may happen without an answer. */
record UnreliableFeeds(Feeds feeds, World world) implements Feeds {
  @Override
  public Checkpoint checkpoint() {
    return called(feeds::checkpoint);
  }

  @Override
  public boolean begin(long generation, long next, Position from) {
    return called(() -> feeds.begin(generation, next, from));
  }

  @Override
  public Move intend(QueueName queue, long generation, Head upTo) {
    return called(() -> feeds.intend(queue, generation, upTo));
  }

  @Override
  public OptionalInt append(QueueName queue, long generation, List<LogEntry> entries, Kept kept) {
    return called(() -> feeds.append(queue, generation, entries, kept));
  }

  @Override
  public Move advance(QueueName queue, long generation, Head upTo) {
    return called(() -> feeds.advance(queue, generation, upTo));
  }

  @Override
  public Content read(Tag feed, int limit) {
    return called(() -> feeds.read(feed, limit));
  }

  private <T> T called(Supplier<T> call) {
    world.interleave();
    boolean fails = world.faults().ofRead();
    if (fails && world.faults().coin()) {
      throw new StoreUnavailableException("it was not sent");
    }
    world.faults().crashSometimes();
    T answer = call.get();
    world.faults().crashSometimes();
    if (fails) {
      throw new StoreUnavailableException("no reply came");
    }
    return answer;
  }
}
