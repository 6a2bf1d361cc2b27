package dev.pairtrail.application.engine;

import dev.pairtrail.application.Settings;
import dev.pairtrail.application.port.Checkpoints;
import dev.pairtrail.application.port.EventStore;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.queue.QueueSnapshot;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps states of a queue beside its log, on a thread of its own: the newest, from which instances
 * start, and now and then one to travel back to; and has the log sealed. Thread-safe.
 */
final class StateKeeper {
  private final SnapshotWriter newest;
  private final SnapshotWriter checkpoints;
  private final Optional<Sealer> sealer;
  private final Duration look;
  private final Background thread;

  /**
   * @param folded how far the state is, at no cost
   * @param take takes a snapshot of it
   */
  StateKeeper(
      QueueName queue,
      EventStore store,
      Supplier<Head> folded,
      Supplier<QueueSnapshot> take,
      Optional<Sealer> sealer,
      Settings settings) {
    Settings.Snapshots limits = settings.snapshots();
    newest = new SnapshotWriter(store.snapshots(queue), folded, take, limits.every());
    Checkpoints kept = store.checkpoints(queue);
    checkpoints =
        new SnapshotWriter(
            kept::head,
            checkpoint -> keep(kept, checkpoint),
            folded,
            () -> take.get().withoutPast(),
            limits.checkpointEvery());
    this.sealer = sealer;
    look = limits.look();
    thread =
        Background.aside("snapshots-" + queue.value(), settings.commits().retryPause(), this::step);
  }

  private static boolean keep(Checkpoints kept, QueueSnapshot checkpoint) {
    kept.keep(checkpoint);
    return true;
  }

  private void step() throws InterruptedException {
    if (thread.rest(look)) {
      newest.turn();
      checkpoints.turn();
      sealer.ifPresent(Sealer::turn);
    }
  }

  /** Has the next turn write the newest state however few entries are new. */
  void want() {
    newest.want();
  }

  void start() {
    thread.start();
  }

  void stop(Duration limit) throws InterruptedException {
    thread.stop(limit);
  }

  Background thread() {
    return thread;
  }
}
