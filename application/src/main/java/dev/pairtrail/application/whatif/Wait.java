package dev.pairtrail.application.whatif;

import java.time.Duration;
import java.time.Instant;

/** One wait of a ticket, and how it ended. As a million are kept, it is small. */
final class Wait {
  private final Instant since;
  private final Measure.Value value;
  private End end = End.WAITING;
  private Instant endedAt = Instant.MAX;

  /** What a wait can come to. */
  enum End {
    WAITING,
    MATCHED,
    EXPIRED,
    CANCELLED,
    /** Left with a proposal that was not accepted. */
    REMOVED
  }

  Wait(Instant since, Measure.Value value) {
    this.since = since;
    this.value = value;
  }

  /** The first end counts, a match also if it falls through later. */
  void ends(End how, Instant at) {
    if (end == End.WAITING) {
      end = how;
      endedAt = at;
    }
  }

  boolean is(End what) {
    return end == what;
  }

  Instant since() {
    return since;
  }

  /** {@link Instant#MAX} while it waits. */
  Instant endedAt() {
    return endedAt;
  }

  Measure.Value value() {
    return value;
  }

  /** How long it was; only where it ended. */
  double millis() {
    return Math.max(0, Duration.between(since, endedAt).toNanos() / 1e6);
  }
}
