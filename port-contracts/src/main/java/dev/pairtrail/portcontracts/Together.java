package dev.pairtrail.portcontracts;

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Runs tasks at the same time and gives what came of them. */
final class Together {
  /** Only a store that hangs takes so long. */
  private static final int TOO_LONG_SECONDS = 30;

  /** A thread that is not seen to wait by then may wait where the JVM does not see it. */
  private static final long WAITS_WITHIN_NANOS = 1_000_000_000;

  private Together() {}

  /** Starts a thread for each number from 0, lets them go at once, and waits for all. */
  static <T> List<T> run(int threads, IntFunction<Callable<T>> task) {
    CyclicBarrier start = new CyclicBarrier(threads);
    List<Future<T>> futures = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Callable<T> own = task.apply(i);
      FutureTask<T> future =
          new FutureTask<>(() -> {
            start.await();
            return own.call();
          });
      Thread.ofVirtual().start(future);
      futures.add(future);
    }
    return futures.stream().map(Together::resultOf).toList();
  }

  /** Starts a thread that is about to wait for something, and returns when it does. */
  static <T> Future<T> startWaiting(Callable<T> task) {
    FutureTask<T> future = new FutureTask<>(task);
    returnWhenWaiting(Thread.ofVirtual().start(future), future);
    return future;
  }

  /** Waits over and over in another thread, interrupts it, and gives what its last wait gave. */
  static <T> T interrupted(Callable<T> wait) {
    FutureTask<T> future =
        new FutureTask<>(() -> {
          T last = wait.call();
          while (!Thread.currentThread().isInterrupted()) {
            last = wait.call();
          }
          return last;
        });
    Thread thread = Thread.ofVirtual().start(future);
    returnWhenWaiting(thread, future);
    thread.interrupt();
    return resultOf(future);
  }

  private static void returnWhenWaiting(Thread thread, Future<?> future) {
    long giveUp = System.nanoTime() + WAITS_WITHIN_NANOS;
    while (!isWaiting(thread) && !future.isDone() && System.nanoTime() < giveUp) {
      Thread.onSpinWait();
    }
  }

  private static boolean isWaiting(Thread thread) {
    return switch (thread.getState()) {
      case WAITING, TIMED_WAITING -> true;
      case NEW, RUNNABLE, BLOCKED, TERMINATED -> false;
    };
  }

  static <T> T resultOf(Future<T> future) {
    try {
      return future.get(TOO_LONG_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      return fail("a thread failed", e.getCause());
    } catch (TimeoutException e) {
      return fail("a thread did not end", e);
    } catch (InterruptedException e) {
      return fail("interrupted", e);
    }
  }
}
