package dev.pairtrail.application.engine;

import dev.pairtrail.application.Settings;
import dev.pairtrail.domain.Position;
import java.util.List;

/**
 * One instance's share of the group {@code matchmaking-workers}: for each batch of entries it has
 * the actor match with at least those known, and acknowledges them when that is in the log. What a
 * worker leaves pending when it dies is claimed by the others. For one thread.
 */
final class MatchingWorker {
  private final WorkerShare share;
  private final QueueActor actor;
  private final Settings settings;

  MatchingWorker(WorkerShare share, QueueActor actor, Settings settings) {
    this.share = share;
    this.actor = actor;
    this.settings = settings;
  }

  /** Handles the next batch. */
  void step() throws InterruptedException {
    List<Position> batch = share.next();
    if (!batch.isEmpty()) {
      var matched = actor.match(WorkerShare.last(batch));
      share.conclude(batch, Answers.await(matched, settings.answerWithin()));
      if (!WorkerShare.isFull(batch)) {
        Thread.sleep(settings.reads().gather());
      }
    }
  }
}
