package dev.pairtrail.adapters.redis;

import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is opened when it is first used, and again at the next use if that failed, if
 * it broke for good, or if it turned out to lead to the wrong server or to a silent one.
 * Thread-safe, but a blocking read on it holds up everybody else.
 */
final class Link implements AutoCloseable {
  /** A fresh connection is given this time before it is doubted. */
  private static final Duration TRUSTED_FOR = Duration.ofMillis(250);

  private final Supplier<OpenConnection> opening;
  private final Duration timeout;
  private volatile @Nullable OpenConnection current;
  private volatile long openedAt;

  /**
   * A link that is not open yet.
   *
   * @param timeout for the reply to a command
   */
  Link(Supplier<OpenConnection> opening, Duration timeout) {
    this.opening = opening;
    this.timeout = timeout;
  }

  /**
   * The commands of the connection.
   *
   * @throws RedisException if it cannot be opened
   */
  RedisClusterCommands<String, String> commands() {
    return opened().commands();
  }

  /**
   * Runs a command that changes nothing or may be repeated.
   *
   * @throws dev.pairtrail.application.StoreUnavailableException if it fails
   */
  <T> T ask(Function<RedisClusterCommands<String, String>, T> command) {
    return Failures.translate(() -> run(command));
  }

  /**
   * Runs a command.
   *
   * @throws RedisException if it fails
   */
  <T> T run(Function<RedisClusterCommands<String, String>, T> command) {
    OpenConnection used = opened();
    try {
      return command.apply(used.commands());
    } catch (CancellationException e) {
      throw new RedisException("the connection was closed meanwhile", e);
    } catch (RedisException e) {
      if (Failures.callsForAnotherConnection(e)
          && System.nanoTime() - openedAt > TRUSTED_FOR.toNanos()) {
        drop(used);
      }
      throw e;
    }
  }

  private OpenConnection opened() {
    OpenConnection open = current;
    return open != null && isUsable(open) ? open : open();
  }

  private synchronized OpenConnection open() {
    OpenConnection open = current;
    if (open != null && isUsable(open)) {
      return open;
    }
    if (open != null) {
      drop(open);
    }
    OpenConnection fresh = fresh();
    fresh.connection().setTimeout(timeout);
    openedAt = System.nanoTime();
    current = fresh;
    return fresh;
  }

  /** Whatever goes wrong here, the command was not sent. */
  private OpenConnection fresh() {
    try {
      return opening.get();
    } catch (RedisConnectionException e) {
      throw e;
    } catch (RedisException e) {
      throw new RedisConnectionException(String.valueOf(e.getMessage()), e);
    }
  }

  /** One that reconnects by itself is left to do so. */
  private static boolean isUsable(OpenConnection open) {
    return open.connection().isOpen() || open.connection().getOptions().isAutoReconnect();
  }

  private synchronized void drop(OpenConnection used) {
    if (used.equals(current)) {
      current = null;
      used.discard();
    }
  }

  /** Has the next command open another connection. */
  void renew() {
    OpenConnection open = current;
    if (open != null) {
      drop(open);
    }
  }

  Duration timeout() {
    return timeout;
  }

  @Override
  public synchronized void close() {
    OpenConnection open = current;
    if (open != null) {
      open.connection().close();
    }
  }
}
