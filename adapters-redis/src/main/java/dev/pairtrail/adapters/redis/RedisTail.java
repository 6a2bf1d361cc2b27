package dev.pairtrail.adapters.redis;

import dev.pairtrail.application.port.Tail;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.time.Duration;
import java.util.List;

/** A blocking XREAD on a connection of its own. */
final class RedisTail implements Tail {
  private final String key;
  private final Link link;

  RedisTail(String key, Link link) {
    this.key = key;
    this.link = link;
  }

  @Override
  public List<LogEntry> await(Position after, int limit, Duration wait) {
    XReadArgs arguments = Blocking.read(limit, wait);
    return link.ask(redis -> read(redis, after, arguments));
  }

  @SuppressWarnings("unchecked") // Lettuce takes generic varargs
  private List<LogEntry> read(
      RedisClusterCommands<String, String> redis, Position after, XReadArgs arguments) {
    try {
      return redis.xread(arguments, StreamOffset.from(key, after.toString())).stream()
          .map(RedisLog::entry)
          .toList();
    } catch (RedisCommandInterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    } catch (RedisCommandExecutionException e) {
      if (!Failures.isUnblocked(e)) {
        throw e;
      }
      return List.of();
    }
  }

  @Override
  public void close() {
    link.close();
  }
}
