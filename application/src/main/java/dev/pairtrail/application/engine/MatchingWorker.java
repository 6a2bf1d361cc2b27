package dev.pairtrail.application.engine;

import dev.pairtrail.application.Environment;
import dev.pairtrail.application.Outcome;
import dev.pairtrail.application.Settings;
import dev.pairtrail.application.port.Consumer;
import dev.pairtrail.application.port.ConsumerGroup;
import dev.pairtrail.domain.Position;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * One instance's share of the group {@code matchmaking-workers}: for each batch of entries it has
 * the actor match with at least those known, and acknowledges them when that is in the log. What a
 * worker leaves pending when it dies is claimed by the others. For one thread.
 */
final class MatchingWorker {
  private static final int BATCH = 500;

  private final ConsumerGroup group;
  private final Consumer consumer;
  private final QueueActor actor;
  private final Settings settings;
  private final InstantSource clock;
  private Instant nextClaim = Instant.MIN;
  private boolean ensured;

  MatchingWorker(
      ConsumerGroup group, Consumer consumer, QueueActor actor, Environment environment) {
    this.group = group;
    this.consumer = consumer;
    this.actor = actor;
    settings = environment.settings();
    clock = environment.clock();
  }

  /** Handles the next batch, of entries left behind if it is time to look for some. */
  void step() throws InterruptedException {
    if (!ensured) {
      group.ensure();
      ensured = true;
    }
    Instant now = clock.instant();
    if (!now.isBefore(nextClaim)) {
      List<Position> claimed = consumer.claim(settings.workers().claimIdle(), BATCH);
      handle(claimed);
      nextClaim = claimed.size() < BATCH ? now.plus(settings.workers().claimEvery()) : now;
    }
    List<Position> read = consumer.read(BATCH, settings.reads().blocking());
    handle(read);
    if (!read.isEmpty() && read.size() < BATCH) {
      Thread.sleep(settings.reads().gather());
    }
  }

  private void handle(List<Position> positions) throws InterruptedException {
    if (!positions.isEmpty()
        && matched(positions.stream().reduce(Position.START, Position::later))) {
      consumer.ack(positions);
    }
  }

  private boolean matched(Position atLeast) throws InterruptedException {
    Outcome<Position> outcome = Answers.await(actor.match(atLeast), settings.answerWithin());
    return outcome instanceof Outcome.Done;
  }
}
