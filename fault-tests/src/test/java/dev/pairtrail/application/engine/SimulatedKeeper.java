package dev.pairtrail.application.engine;

import dev.pairtrail.application.Retention;
import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.Snapshots;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** What one instance does beside its work: it writes snapshots, archives and trims. */
final class SimulatedKeeper {
  private static final int SNAPSHOT_EVERY = 12;
  private static final int KEPT = 10;
  private static final int SEGMENT = 6;

  private final SnapshotWriter snapshots;
  private final Trimmer trimmer;

  SimulatedKeeper(World world, EventLog log, Folded folded) {
    Snapshots newest = world.store.snapshots(World.QUEUE);
    Retention retention = new Retention(OptionalLong.of(KEPT), Optional.empty(), world.archive);
    snapshots =
        new SnapshotWriter(newest, folded::head, () -> folded.state().snapshot(), SNAPSHOT_EVERY);
    trimmer =
        new Trimmer(
            World.QUEUE,
            log,
            retention,
            () ->
                new Keeping(
                    retention,
                    folded.head(),
                    Instant.EPOCH,
                    newest.head().position(),
                    Keeping.done(world.store.group(World.QUEUE, World.WORKERS).status()),
                    world.feeds.checkpoint().of(World.QUEUE).derived().position()),
            snapshots::want,
            SEGMENT);
  }

  /** One look of each. */
  void turn() {
    try {
      snapshots.turn();
      trimmer.turn();
    } catch (StoreUnavailableException e) {
      // It is tried again with the next look.
    }
  }
}
