package dev.pairtrail.benchmarks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A schedule of players that is kept, whatever becomes of those before.
 *
 * @param rate players a second
 * @param warmUp seconds at the beginning that do not count
 * @param seconds that count
 */
record Arrivals(int rate, int warmUp, int seconds) {
  /** A server that lets more players than these wait is not kept waiting for: the rest fails. */
  private static final int MAX_UNDER_WAY = 20_000;

  /**
   * One player.
   *
   * @param number from 0 on
   * @param due when it was to come, in the time of {@link System#nanoTime}
   * @param counts whether it is past the warm-up
   */
  record Arrival(int number, long due, boolean counts) {}

  /**
   * Has each arrival handled at its moment by a thread of its own, and waits for all.
   *
   * @param refused takes those that are beyond the limit
   */
  void each(Consumer<Arrival> handler, Consumer<String> refused) throws InterruptedException {
    Semaphore places = new Semaphore(MAX_UNDER_WAY);
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count(); i++) {
        Arrival arrival = arrival(i, start);
        awaitDue(arrival);
        if (places.tryAcquire()) {
          var _ = threads.submit(() -> handle(arrival, handler, places));
        } else {
          refused.accept("more than " + MAX_UNDER_WAY + " players under way");
        }
      }
    }
  }

  /** Even, so that nobody remains without an opponent. */
  private int count() {
    return (warmUp + seconds) * rate / 2 * 2;
  }

  private Arrival arrival(int number, long start) {
    long offset = TimeUnit.SECONDS.toNanos(1) * number / rate;
    return new Arrival(number, start + offset, number >= warmUp * rate);
  }

  private static void handle(Arrival arrival, Consumer<Arrival> handler, Semaphore places) {
    try {
      handler.accept(arrival);
    } finally {
      places.release();
    }
  }

  private static void awaitDue(Arrival arrival) throws InterruptedException {
    long left = arrival.due() - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      left = arrival.due() - System.nanoTime();
    }
  }
}
