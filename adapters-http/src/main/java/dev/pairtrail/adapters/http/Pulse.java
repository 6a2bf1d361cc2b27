package dev.pairtrail.adapters.http;

import java.time.Duration;

/** Tells when a connection has been silent for so long that it wants a heartbeat. */
final class Pulse {
  private final Duration interval;
  private long since = System.nanoTime();

  Pulse(Duration interval) {
    this.interval = interval;
  }

  /** Something was written. */
  void reset() {
    since = System.nanoTime();
  }

  boolean isDue() {
    return !left().isPositive();
  }

  /** How long it may still be silent. */
  Duration left() {
    return interval.minusNanos(System.nanoTime() - since);
  }
}
