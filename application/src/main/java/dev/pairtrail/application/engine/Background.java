package dev.pairtrail.application.engine;

import dev.pairtrail.application.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A named thread that repeats one step until it is stopped, and pauses after a step that failed, by
 * an error too. It starts when it is told to and ends between two steps. Thread-safe.
 */
final class Background {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  private final Step step;
  private final Duration pauseAfterFailure;
  private final Thread thread;
  private final CountDownLatch stopping = new CountDownLatch(1);

  /** Why the last step failed, if it did; for its own thread. */
  private String told = "";

  /** What is repeated. */
  @FunctionalInterface
  interface Step {
    void run() throws InterruptedException;
  }

  Background(String name, Duration pauseAfterFailure, Step step) {
    this(Thread.ofVirtual(), name, pauseAfterFailure, step);
  }

  private Background(Thread.Builder kind, String name, Duration pauseAfterFailure, Step step) {
    this.step = step;
    this.pauseAfterFailure = pauseAfterFailure;
    thread = kind.name(name).unstarted(this::repeat);
  }

  /**
   * For work that computes for long and that nobody waits for. A virtual thread leaves its core to
   * others only when it waits, so a few such steps would hold up all requests; a thread of the
   * operating system is interrupted by it.
   */
  static Background aside(String name, Duration pauseAfterFailure, Step step) {
    return new Background(Thread.ofPlatform().daemon(), name, pauseAfterFailure, step);
  }

  void start() {
    thread.start();
  }

  /** Waits within a step, until the thread is told to stop; true if the time has passed. */
  boolean rest(Duration duration) throws InterruptedException {
    return !stopping.await(duration.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Whether a long step is to end early. */
  boolean isStopping() {
    return stopping.getCount() == 0;
  }

  /** Lets the current step end, and no other begin. */
  void stop() {
    stopping.countDown();
  }

  /** Both: see {@link #stop()} and {@link #join(Duration)}. */
  void stop(Duration limit) throws InterruptedException {
    stop();
    join(limit);
  }

  /** Waits until the thread has ended, for so long; then interrupts it and waits as long again. */
  void join(Duration limit) throws InterruptedException {
    if (!thread.join(limit)) {
      LOG.warn("{} did not end within {}: interrupting it", thread.getName(), limit);
      thread.interrupt();
      if (!thread.join(limit)) {
        LOG.error("{} does not end", thread.getName());
      }
    }
  }

  /** Whether it was started and has not ended. */
  boolean isAlive() {
    return thread.isAlive();
  }

  String name() {
    return thread.getName();
  }

  private void repeat() {
    try {
      while (!isStopping()) {
        if (!succeeds()) {
          var _ = rest(pauseAfterFailure);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Once, and not at each try again: the store may be away for long. */
  private void tell(String reason) {
    if (!reason.equals(told)) {
      LOG.warn("{}: {}", thread.getName(), reason);
      told = reason;
    }
  }

  private boolean succeeds() throws InterruptedException {
    try {
      step.run();
      told = "";
      return true;
    } catch (StoreUnavailableException e) {
      tell(e.reason());
    } catch (RuntimeException | Error e) {
      LOG.error("{} failed and goes on", thread.getName(), e);
    }
    return false;
  }
}
