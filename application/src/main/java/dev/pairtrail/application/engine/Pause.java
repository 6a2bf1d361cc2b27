package dev.pairtrail.application.engine;

import java.time.Duration;

/** Waits before something is tried again; a test turns it into a step of its clock. */
@FunctionalInterface
interface Pause {

  /** Waits for so long; false if the wait was cut short because the thread is to end. */
  boolean forA(Duration duration);

  /** Waits in real time. */
  static boolean sleep(Duration duration) {
    try {
      Thread.sleep(duration);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
