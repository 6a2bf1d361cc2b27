package dev.pairtrail.application.history;

import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.engine.Derivation;
import dev.pairtrail.application.port.Feeds;
import dev.pairtrail.application.port.Feeds.Checkpoint;
import dev.pairtrail.application.port.Feeds.Kept;
import dev.pairtrail.application.port.Feeds.Move;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Derives the feeds anew. Instances that serve meanwhile may derive as well; nothing gets into a
 * feed twice. For one thread.
 */
public final class FeedRebuild {
  private static final int MOST_TRIES = 10;

  private final Feeds feeds;
  private final long generation;
  private final Position from;
  private final Kept kept;

  private FeedRebuild(Feeds feeds, long generation, Position from, Kept kept) {
    this.feeds = feeds;
    this.generation = generation;
    this.from = from;
    this.kept = kept;
  }

  /**
   * What was derived from one log.
   *
   * @param entries of the log
   * @param added how many the feeds got here, an entry counted for each of its feeds; others may
   *     have added some
   * @param complete not if somebody began to derive all anew meanwhile
   */
  public record Done(long entries, long added, boolean complete) {}

  /**
   * Begins a generation, of which nothing is derived yet.
   *
   * @param from only entries after it are derived
   * @throws StoreUnavailableException if the store does not answer
   */
  @SuppressWarnings("exports") // the port is for those who put an instance together
  public static FeedRebuild begin(Feeds feeds, Position from, Kept kept, InstantSource clock) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      long before = feeds.checkpoint().generation();
      long next = Math.max(before + 1, clock.millis());
      if (feeds.begin(before, next, from)) {
        return new FeedRebuild(feeds, next, from, kept);
      }
    }
    throw new StoreUnavailableException("others keep on beginning the feeds anew");
  }

  /**
   * Derives the feeds from one log.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  public Done derive(RecordedLog log, Progress progress) {
    Derivation derivation = new Derivation(feeds, log.queue(), generation, kept);
    Head reached = new Head(from, 0);
    long read = 0;
    long added = 0;
    try (LogReader reader = log.read(from, end(log))) {
      for (List<LogEntry> entries = reader.next(); !entries.isEmpty(); entries = reader.next()) {
        Derivation.Done done = derivation.derive(reached, entries);
        if (done.move() == Move.STALE) {
          return new Done(read, added, false);
        }
        reached = done.upTo();
        read += entries.size();
        added += done.added();
        progress.handled(entries);
      }
    }
    return new Done(read, added, true);
  }

  /** As it is now: what comes later is for the instances that serve. */
  private static LogPoint end(RecordedLog log) {
    return new LogPoint.AtPosition(log.end().orElse(Position.START));
  }

  /**
   * How far the feeds are derived from one log.
   *
   * @param position up to there they are
   * @param ahead how many entries of the log come after
   */
  public record Status(Position position, long ahead) {}

  /**
   * Looks how far they are, and changes nothing; empty if nothing was ever derived.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  @SuppressWarnings("exports") // the port is for those who put an instance together
  public static Optional<Status> status(Feeds feeds, RecordedLog log, Progress progress) {
    Checkpoint checkpoint = feeds.checkpoint();
    if (checkpoint.generation() == 0) {
      return Optional.empty();
    }
    Position derived = checkpoint.of(log.queue()).derived().position();
    long ahead = 0;
    try (LogReader reader = log.read(derived, end(log))) {
      for (List<LogEntry> entries = reader.next(); !entries.isEmpty(); entries = reader.next()) {
        ahead += entries.size();
        progress.handled(entries);
      }
    }
    return Optional.of(new Status(derived, ahead));
  }
}
