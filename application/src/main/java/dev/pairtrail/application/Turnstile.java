package dev.pairtrail.application;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets so many at a time do what takes long; the others wait, but not for ever. Thread-safe. */
final class Turnstile {
  private final Semaphore places;
  private final Duration patience;

  /**
   * @param most at a time, at least 1
   * @param patience how long one waits for a place
   */
  Turnstile(int most, Duration patience) {
    places = new Semaphore(most, true);
    this.patience = patience;
  }

  /**
   * Does it when there is a place.
   *
   * @throws OverloadedException if there was none in time
   */
  <T> T within(Supplier<T> work) {
    if (!enter()) {
      throw new OverloadedException("the line of those who ask for what takes long");
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private boolean enter() {
    try {
      return places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
