package dev.pairtrail.adapters.http;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets through who comes while it is open, and holds who comes while it is closed. Thread-safe. */
final class Gate {
  private final AtomicInteger held = new AtomicInteger();
  private volatile CountDownLatch opening = new CountDownLatch(0);

  void close() {
    opening = new CountDownLatch(1);
  }

  void open() {
    opening.countDown();
  }

  /** Whether somebody is held. */
  boolean holds() {
    return held.get() > 0;
  }

  void pass() {
    held.incrementAndGet();
    try {
      opening.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      held.decrementAndGet();
    }
  }
}
