package dev.pairtrail.application.engine;

import dev.pairtrail.application.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what an actor was asked. */
public final class Answers {
  private Answers() {}

  /**
   * The answer.
   *
   * @throws StoreUnavailableException if none comes in time
   * @throws OverloadedException if the mailbox was full
   */
  public static <T> T await(CompletableFuture<T> answer, Duration limit) {
    try {
      return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new StoreUnavailableException("no answer within " + limit, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException("interrupted while waiting", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }
}
