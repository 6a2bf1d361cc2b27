package dev.pairtrail.application.engine;

import dev.pairtrail.application.Outcome;
import dev.pairtrail.application.Settings;
import dev.pairtrail.application.port.Consumer;
import dev.pairtrail.application.port.ConsumerGroup;
import dev.pairtrail.domain.Position;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * What one worker takes of its group's entries, and when it is done with them. It waits for nothing
 * but the store, so a test can turn it by hand. For one thread.
 */
final class WorkerShare {
  private static final int BATCH = 500;

  private final ConsumerGroup group;
  private final Consumer consumer;
  private final Settings.Workers settings;
  private final Duration blocking;
  private final InstantSource clock;
  private Instant nextClaim = Instant.MIN;
  private boolean ensured;

  WorkerShare(ConsumerGroup group, Consumer consumer, Settings settings, InstantSource clock) {
    this.group = group;
    this.consumer = consumer;
    this.settings = settings.workers();
    blocking = settings.reads().blocking();
    this.clock = clock;
  }

  /** The next batch: entries left behind, if it is time to look for some, or else new ones. */
  List<Position> next() {
    if (!ensured) {
      group.ensure();
      ensured = true;
    }
    List<Position> claimed = claim(clock.instant());
    return claimed.isEmpty() ? consumer.read(BATCH, blocking) : claimed;
  }

  private List<Position> claim(Instant now) {
    if (now.isBefore(nextClaim)) {
      return List.of();
    }
    List<Position> claimed = consumer.claim(settings.claimIdle(), BATCH);
    nextClaim = claimed.size() < BATCH ? now.plus(settings.claimEvery()) : now;
    return claimed;
  }

  /** The last entry of a batch. */
  static Position last(List<Position> batch) {
    return batch.stream().reduce(Position.START, Position::later);
  }

  /** Whether there may be more at once. */
  static boolean isFull(List<Position> batch) {
    return batch.size() == BATCH;
  }

  /** Acknowledges the batch if what it yields is in the log; else it stays pending. */
  void conclude(List<Position> batch, Outcome<Position> matched) {
    if (matched instanceof Outcome.Done) {
      consumer.ack(batch);
    }
  }
}
