package dev.pairtrail.adapters.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is opened when it is first used, and again at the next use if that failed; once
 * open it reconnects by itself. Thread-safe, but a blocking read on it holds up everybody else.
 */
final class Link implements AutoCloseable {
  private final RedisClient client;
  private final Duration timeout;
  private final TextCodec codec;
  private volatile @Nullable StatefulRedisConnection<String, String> connection;

  /**
   * @param timeout for the reply to a command
   */
  Link(RedisClient client, Duration timeout, TextCodec codec) {
    this.client = client;
    this.timeout = timeout;
    this.codec = codec;
  }

  /**
   * The commands of the connection.
   *
   * @throws RedisException if it cannot be opened
   */
  RedisCommands<String, String> commands() {
    StatefulRedisConnection<String, String> open = connection;
    return (open != null ? open : open()).sync();
  }

  private synchronized StatefulRedisConnection<String, String> open() {
    StatefulRedisConnection<String, String> open = connection;
    if (open == null) {
      open = client.connect(codec);
      open.setTimeout(timeout);
      connection = open;
    }
    return open;
  }

  @Override
  public synchronized void close() {
    StatefulRedisConnection<String, String> open = connection;
    if (open != null) {
      open.close();
    }
  }
}
