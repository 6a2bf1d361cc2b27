package dev.pairtrail.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test sets. Thread-safe. */
public final class ManualClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-11-23T06:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  public synchronized void advance(Duration by) {
    now = now.plus(by);
  }
}
