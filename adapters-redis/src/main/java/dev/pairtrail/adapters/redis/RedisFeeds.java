package dev.pairtrail.adapters.redis;

import dev.pairtrail.application.FeedEntry;
import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.Feeds;
import dev.pairtrail.application.port.Limits;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.LogEntry;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;

/**
 * The feeds, each a stream with a hash of watermarks, and a hash that tells how far they are
 * derived. Writers have a connection of their own, as nobody should wait behind them.
 */
final class RedisFeeds implements Feeds {
  private static final String GENERATION = "generation";
  private static final int MOST_READS = 3;

  private final FeedKeys keys;
  private final ToIntFunction<String> place;
  private final Link writes;
  private final Link reads;

  /**
   * @param place of a key; those of one place can be in one script
   */
  RedisFeeds(FeedKeys keys, ToIntFunction<String> place, Link writes, Link reads) {
    this.keys = keys;
    this.place = place;
    this.writes = writes;
    this.reads = reads;
  }

  @Override
  public Checkpoint checkpoint() {
    return StoredCheckpoint.read(reads.ask(redis -> redis.hgetall(keys.checkpoint())));
  }

  @Override
  public boolean begin(long generation, long next, Position from) {
    if (next <= generation) {
      throw new IllegalArgumentException(next + " is not greater than " + generation);
    }
    List<String> arguments =
        List.of(Long.toString(generation), Long.toString(next), from.toString());
    return noted(Script.FEEDS_BEGIN, arguments).equals("begun");
  }

  @Override
  public Move intend(QueueName queue, long generation, Head upTo) {
    return move(generation, StoredCheckpoint.intended(queue), upTo);
  }

  @Override
  public Move advance(QueueName queue, long generation, Head upTo) {
    return move(generation, StoredCheckpoint.derived(queue), upTo);
  }

  private Move move(long generation, String field, Head upTo) {
    List<String> arguments =
        List.of(
            Long.toString(generation),
            field,
            upTo.position().toString(),
            Long.toString(upTo.revision()));
    return switch (noted(Script.FEEDS_NOTE, arguments)) {
      case "forward" -> Move.FORWARD;
      case "behind" -> Move.BEHIND;
      default -> Move.STALE;
    };
  }

  private String noted(Script script, List<String> arguments) {
    List<String> key = List.of(keys.checkpoint());
    return (String) writes.ask(redis -> script.run(redis, key, arguments)).getFirst();
  }

  @Override
  public OptionalInt append(QueueName queue, long generation, List<LogEntry> entries, Kept kept) {
    return new FeedBatch(queue, generation, kept, keys, place).of(entries).write(writes);
  }

  @Override
  public Content read(Tag feed, int limit) {
    Limits.requireLimit(limit);
    for (int tries = 0; tries < MOST_READS; tries++) {
      Optional<Content> content = readOnce(keys.of(feed), limit);
      if (content.isPresent()) {
        return content.get();
      }
    }
    throw new StoreUnavailableException("Redis: " + keys.of(feed)[0] + " changes while it is read");
  }

  /** A feed that was emptied in between has another generation afterwards; then nothing is told. */
  private Optional<Content> readOnce(String[] own, int limit) {
    List<Object> answers =
        reads.askAll(redis ->
            List.of(
                redis.hget(own[1], GENERATION),
                redis.xrevrange(own[0], Range.unbounded(), Limit.from(limit)),
                redis.hget(own[1], GENERATION)));
    if (!Objects.equals(answers.get(0), answers.get(2))) {
      return Optional.empty();
    }
    return Optional.of(
        answers.get(0) instanceof String generation && answers.get(1) instanceof List<?> entries
            ? new Content(Long.parseLong(generation), entries(entries))
            : Content.NONE);
  }

  private static List<FeedEntry> entries(List<?> newestFirst) {
    return newestFirst.reversed().stream()
        .flatMap(message -> FeedBatch.entry(((StreamMessage<?, ?>) message).getBody()).stream())
        .toList();
  }
}
