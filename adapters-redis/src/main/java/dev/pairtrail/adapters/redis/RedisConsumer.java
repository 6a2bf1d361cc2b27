package dev.pairtrail.adapters.redis;

import dev.pairtrail.application.port.Consumer;
import dev.pairtrail.application.port.Limits;
import dev.pairtrail.domain.Position;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAutoClaimArgs;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.models.stream.ClaimedMessages;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** XREADGROUP on a connection of its own, XAUTOCLAIM and XACK on the shared one. */
final class RedisConsumer implements Consumer {
  private static final String FIRST = "0-0";

  private final RedisConsumerGroup group;
  private final io.lettuce.core.Consumer<String> consumer;
  private final Link shared;
  private final Link blocking;
  private String claimFrom = FIRST;

  RedisConsumer(RedisConsumerGroup group, String name, Link shared, Link blocking) {
    this.group = group;
    this.shared = shared;
    this.blocking = blocking;
    consumer = io.lettuce.core.Consumer.from(group.name(), name);
  }

  @Override
  @SuppressWarnings("unchecked") // Lettuce takes generic varargs
  public List<Position> read(int limit, Duration wait) {
    XReadArgs arguments = Blocking.read(limit, wait);
    return delivered(() ->
        blocking.run(redis ->
            redis.xreadgroup(consumer, arguments, StreamOffset.lastConsumed(group.key()))));
  }

  /**
   * One XAUTOCLAIM looks at a part of the pending entries only; the next call goes on where it
   * ended.
   */
  @Override
  public List<Position> claim(Duration minIdle, int limit) {
    Limits.requireLimit(limit);
    return delivered(() -> {
      ClaimedMessages<String, String> claimed;
      do {
        claimed =
            shared.run(redis -> redis.xautoclaim(group.key(), claimArguments(minIdle, limit)));
        claimFrom = claimed.getId();
      } while (claimed.getMessages().isEmpty() && !claimFrom.equals(FIRST));
      return claimed.getMessages();
    });
  }

  private XAutoClaimArgs<String> claimArguments(Duration minIdle, int limit) {
    return XAutoClaimArgs.Builder.xautoclaim(consumer, minIdle, claimFrom).count(limit);
  }

  /** The entries of a delivery; one without fields was deleted since. */
  private List<Position> delivered(Supplier<List<StreamMessage<String, String>>> delivery) {
    return inGroup(() ->
        delivery.get().stream()
            .filter(message -> message.getBody() != null && !message.getBody().isEmpty())
            .map(message -> Position.parse(message.getId()))
            .toList());
  }

  /** What the group answers; a lost group is made again, and answers nothing yet. */
  private <T> List<T> inGroup(Supplier<List<T>> command) {
    return Failures.translate(() -> {
      try {
        return command.get();
      } catch (RedisCommandInterruptedException e) {
        Thread.currentThread().interrupt();
        return List.of();
      } catch (RedisCommandExecutionException e) {
        if (!Failures.isGroupMissing(e)) {
          throw e;
        }
        group.ensure();
        return List.of();
      }
    });
  }

  @Override
  public List<Position> park(Collection<Position> positions, GivenUp why) {
    return inGroup(() -> group.deadLetters().park(positions, why));
  }

  @Override
  public List<String> removeIdle(Duration idle) {
    List<String> arguments =
        List.of(group.name(), consumer.getName(), Long.toString(idle.toMillis()));
    return inGroup(() ->
        shared.run(redis -> Script.REMOVE_IDLE.run(redis, List.of(group.key()), arguments)).stream()
            .map(String::valueOf)
            .toList());
  }

  @Override
  public void ack(Collection<Position> positions) {
    String[] ids = positions.stream().map(Position::toString).toArray(String[]::new);
    if (ids.length > 0) {
      shared.ask(redis -> redis.xack(group.key(), group.name(), ids));
    }
  }

  @Override
  public void close() {
    blocking.close();
  }
}
