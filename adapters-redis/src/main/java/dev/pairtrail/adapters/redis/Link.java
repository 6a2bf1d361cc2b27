package dev.pairtrail.adapters.redis;

import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    return use(open -> command.apply(open.commands()));
  }

  /**
   * Sends commands that change nothing or may be repeated, one right after the other, and waits for
   * all of their answers.
   *
   * @throws dev.pairtrail.application.StoreUnavailableException if one fails
   */
  <T> List<T> askAll(
      Function<
              RedisClusterAsyncCommands<String, String>,
              List<? extends CompletionStage<? extends T>>>
          send) {
    return Failures.translate(() -> use(open -> awaitAll(send.apply(open.sending()))));
  }

  /** Fails by the first failure, once nothing is on its way any more. All share one timeout. */
  private <T> List<T> awaitAll(List<? extends CompletionStage<? extends T>> sent) {
    List<T> answers = new ArrayList<>();
    Optional<RedisException> failure = Optional.empty();
    long end = System.nanoTime() + timeout.toNanos();
    for (CompletionStage<? extends T> stage : sent) {
      try {
        answers.add(await(stage.toCompletableFuture(), Math.max(0, end - System.nanoTime())));
      } catch (RedisException e) {
        failure = failure.or(() -> Optional.of(e));
      }
    }
    failure.ifPresent(e -> {
      throw e;
    });
    return answers;
  }

  private static <T> T await(CompletableFuture<T> answer, long nanos) {
    try {
      return answer.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new RedisCommandTimeoutException("no answer in time");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RedisException failed ? failed : new RedisException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RedisCommandInterruptedException(e);
    }
  }

  private <T> T use(Function<OpenConnection, T> work) {
    OpenConnection used = opened();
    try {
      return work.apply(used);
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
