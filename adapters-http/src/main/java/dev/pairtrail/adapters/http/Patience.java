package dev.pairtrail.adapters.http;

import dev.pairtrail.application.Outcome;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/**
 * Waits for commands, each for so long at most. A timer for each would cost as much as the rest of
 * a request, so one thread looks from time to time for those that wait too long. Thread-safe.
 */
final class Patience implements AutoCloseable {
  private static final int LOOKS = 10;

  private final Duration limit;
  private final Set<Waiting<?>> waiting = ConcurrentHashMap.newKeySet();
  private final Thread watch = Thread.ofVirtual().name("http-patience").unstarted(this::watch);

  /**
   * Makes the watch; {@link #start} begins it.
   *
   * @param limit how long a command may take, give or take a tenth
   */
  Patience(Duration limit) {
    this.limit = limit;
  }

  /** A command that is waited for. Each is equal to itself alone. */
  private static final class Waiting<T> {
    private final CompletableFuture<Outcome<T>> outcome;
    private final long since = System.nanoTime();

    Waiting(CompletableFuture<Outcome<T>> outcome) {
      this.outcome = outcome;
    }

    void giveUpAfter(Duration limit) {
      if (System.nanoTime() - since > limit.toNanos()) {
        outcome.complete(unknown("no answer within " + limit));
      }
    }
  }

  void start() {
    watch.start();
  }

  /** The outcome; after the limit, that it is not known. */
  <T> Outcome<T> await(CompletableFuture<Outcome<T>> outcome) {
    Waiting<T> wait = new Waiting<>(outcome);
    waiting.add(wait);
    try {
      return outcome.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unknown("interrupted while waiting");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a command failed", e.getCause());
    } finally {
      waiting.remove(wait);
    }
  }

  private static <T> Outcome<T> unknown(String detail) {
    return new Outcome.Unavailable<>(Outcome.Cause.STORE, detail);
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(limit.dividedBy(LOOKS));
        waiting.forEach(wait -> wait.giveUpAfter(limit));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    watch.interrupt();
  }
}
