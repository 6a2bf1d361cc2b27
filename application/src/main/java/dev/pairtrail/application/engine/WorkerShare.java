package dev.pairtrail.application.engine;

import dev.pairtrail.application.Outcome;
import dev.pairtrail.application.Outcome.Cause;
import dev.pairtrail.application.Settings;
import dev.pairtrail.application.port.Consumer;
import dev.pairtrail.application.port.Consumer.GivenUp;
import dev.pairtrail.application.port.ConsumerGroup;
import dev.pairtrail.domain.Position;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one worker takes of its group's entries, and when it is done with them. It waits for nothing
 * but the store, so a test can turn it by hand. For one thread.
 */
final class WorkerShare {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerShare.class);
  private static final int BATCH = 500;

  private final ConsumerGroup group;
  private final Consumer consumer;
  private final UnreadableEntries unreadable;
  private final Discarded discarded;
  private final Settings.Workers settings;
  private final Duration blocking;
  private final InstantSource clock;
  private Instant nextClaim = Instant.MIN;
  private boolean ensured;

  /** Which of some entries were dead letters of this group that somebody discarded. */
  @FunctionalInterface
  interface Discarded {
    Set<Position> among(Collection<Position> positions);
  }

  WorkerShare(
      ConsumerGroup group,
      Consumer consumer,
      UnreadableEntries unreadable,
      Discarded discarded,
      Settings settings,
      InstantSource clock) {
    this.group = group;
    this.consumer = consumer;
    this.unreadable = unreadable;
    this.discarded = discarded;
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
    if (claimed.size() < BATCH) {
      nextClaim = now.plus(settings.claimEvery());
      removeIdle();
    }
    return claimed;
  }

  private void removeIdle() {
    List<String> removed = consumer.removeIdle(settings.consumerIdle());
    if (!removed.isEmpty()) {
      LOG.info("removed consumers that were idle for {}: {}", settings.consumerIdle(), removed);
    }
  }

  /** The last entry of a batch. */
  static Position last(List<Position> batch) {
    return batch.stream().reduce(Position.START, Position::later);
  }

  /** Whether there may be more at once. */
  static boolean isFull(List<Position> batch) {
    return batch.size() == BATCH;
  }

  /**
   * Acknowledges the batch if what it yields is in the log, but for what is no event: that becomes
   * a dead letter. If the store failed the batch stays pending; if the handling did, for so many
   * times.
   */
  void conclude(List<Position> batch, Outcome<Position> matched) {
    switch (matched) {
      case Outcome.Done<Position> _ -> acknowledge(batch);
      case Outcome.Unavailable<Position>(var cause, var detail) when cause == Cause.FAULT ->
          park(batch, detail, settings.maxDeliveries());
      case Outcome.Unavailable<Position> _,
          Outcome.Rejected<Position> _,
          Outcome.NoSuchQueue<Position> _ -> {}
    }
  }

  private void acknowledge(List<Position> batch) {
    Map<Position, String> broken = unreadable.among(batch);
    broken.keySet().stream()
        .collect(Collectors.groupingBy(broken::get))
        .forEach((reason, positions) -> park(positions, reason, 1));
    Set<Position> handled = new HashSet<>(batch);
    handled.removeAll(broken.keySet());
    consumer.ack(handled);
  }

  /** What was discarded once comes again with a group that was made again, and is done with. */
  private void park(Collection<Position> positions, String reason, int deliveries) {
    Set<Position> done = discarded.among(positions);
    consumer.ack(done);
    List<Position> left = positions.stream().filter(it -> !done.contains(it)).toList();
    List<Position> parked = consumer.park(left, new GivenUp(reason, deliveries, clock.instant()));
    if (!parked.isEmpty()) {
      LOG.error(
          "{} entries became dead letters, from {} on: {}",
          parked.size(),
          parked.getFirst(),
          reason);
    }
  }
}
