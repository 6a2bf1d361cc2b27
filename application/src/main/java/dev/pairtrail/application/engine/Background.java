package dev.pairtrail.application.engine;

import dev.pairtrail.application.StoreUnavailableException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A named thread that repeats one step until it is stopped, and pauses after a step that failed, by
 * an error too. It starts when it is told to and ends between two steps.
 */
final class Background {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  private final Step step;
  private final Duration pauseAfterFailure;
  private final Thread thread;
  private volatile boolean stopping;

  /** What is repeated. */
  @FunctionalInterface
  interface Step {
    void run() throws InterruptedException;
  }

  Background(String name, Duration pauseAfterFailure, Step step) {
    this.step = step;
    this.pauseAfterFailure = pauseAfterFailure;
    thread = Thread.ofVirtual().name(name).unstarted(this::repeat);
  }

  void start() {
    thread.start();
  }

  /** Lets the current step end, and no other begin. */
  void stop() {
    stopping = true;
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
    while (!stopping) {
      try {
        step.run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (StoreUnavailableException e) {
        LOG.warn("{}: {}", thread.getName(), e.reason());
        pause();
      } catch (RuntimeException | Error e) {
        LOG.error("{} failed and goes on", thread.getName(), e);
        pause();
      }
    }
  }

  private void pause() {
    if (!Pause.sleep(pauseAfterFailure)) {
      stopping = true;
    }
  }
}
