package dev.pairtrail.application.engine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The pause between two looks at something, which the end of the work cuts short. Thread-safe. */
final class Interval {
  private final Duration length;
  private final CountDownLatch ended = new CountDownLatch(1);

  Interval(Duration length) {
    this.length = length;
  }

  /** Waits; true if it is time to look, false if the work is to end. */
  boolean pass() throws InterruptedException {
    return pass(length);
  }

  /** The same, for a pause of another length. */
  boolean pass(Duration other) throws InterruptedException {
    return !ended.await(other.toNanos(), TimeUnit.NANOSECONDS);
  }

  boolean hasEnded() {
    return ended.getCount() == 0;
  }

  void end() {
    ended.countDown();
  }
}
