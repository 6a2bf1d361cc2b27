package dev.pairtrail.adapters.redis;

import dev.pairtrail.application.DeadLetter;
import dev.pairtrail.application.GroupStatus;
import dev.pairtrail.application.port.Consumer;
import dev.pairtrail.application.port.ConsumerGroup;
import dev.pairtrail.application.port.Limits;
import dev.pairtrail.domain.Position;
import io.lettuce.core.RedisBusyException;
import io.lettuce.core.XGroupCreateArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import java.util.List;

/** A consumer group on the stream of one queue. */
final class RedisConsumerGroup implements ConsumerGroup {
  private static final String FROM_THE_START = "0";

  private final QueueKeys keys;
  private final String group;
  private final RedisEventStore store;

  RedisConsumerGroup(QueueKeys keys, String group, RedisEventStore store) {
    this.keys = keys;
    this.group = group;
    this.store = store;
  }

  /** Not from the end: that would lose what was appended before. */
  @Override
  public void ensure() {
    store
        .writes()
        .ask(redis -> {
          try {
            return redis.xgroupCreate(
                StreamOffset.from(key(), FROM_THE_START),
                group,
                XGroupCreateArgs.Builder.mkstream());
          } catch (RedisBusyException e) {
            return "it exists";
          }
        });
  }

  @Override
  public Consumer join(String consumer) {
    return new RedisConsumer(
        this, consumer, store.writes(), store.blockingLink(TextCodec.WITHOUT_VALUES, keys));
  }

  @Override
  public GroupStatus status() {
    return store.reads().ask(redis -> new GroupInfo(redis, keys, group).status());
  }

  @Override
  public List<DeadLetter> deadLetters(Position after, int limit) {
    Limits.requireLimit(limit);
    return Failures.translate(() -> letters(store.reads()).after(after, limit));
  }

  @Override
  public boolean retry(Position position, String consumer) {
    ensure();
    return Failures.translate(() -> deadLetters().retry(position, consumer));
  }

  @Override
  public boolean discard(Position position) {
    return Failures.translate(() -> deadLetters().discard(position));
  }

  RedisDeadLetters deadLetters() {
    return letters(store.writes());
  }

  private RedisDeadLetters letters(Link link) {
    return new RedisDeadLetters(keys, group, link);
  }

  String key() {
    return keys.events();
  }

  String name() {
    return group;
  }
}
