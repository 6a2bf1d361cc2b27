package dev.pairtrail.adapters.http;

import dev.pairtrail.application.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How long a client waits for a command.
 *
 * @param limit more than zero
 */
record Patience(Duration limit) {

  /** The outcome; after the limit, that it is not known. */
  <T> Outcome<T> await(CompletableFuture<Outcome<T>> outcome) {
    try {
      return outcome.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return unknown("no answer within " + limit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unknown("interrupted while waiting");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a command failed", e.getCause());
    }
  }

  private static <T> Outcome<T> unknown(String detail) {
    return new Outcome.Unavailable<>(Outcome.Cause.STORE, detail);
  }
}
