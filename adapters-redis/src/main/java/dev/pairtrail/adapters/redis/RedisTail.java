package dev.pairtrail.adapters.redis;

import dev.pairtrail.application.port.Tail;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
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
    return Failures.translate(() -> read(after, limit, wait));
  }

  @SuppressWarnings("unchecked") // Lettuce takes generic varargs
  private List<LogEntry> read(Position after, int limit, Duration wait) {
    try {
      return link
          .commands()
          .xread(
              XReadArgs.Builder.block(wait).count(limit), StreamOffset.from(key, after.toString()))
          .stream()
          .map(RedisLog::entry)
          .toList();
    } catch (RedisCommandInterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  @Override
  public void close() {
    link.close();
  }
}
