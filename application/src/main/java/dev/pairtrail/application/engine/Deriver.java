package dev.pairtrail.application.engine;

import dev.pairtrail.application.Settings;
import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.Feeds;
import dev.pairtrail.application.port.Feeds.Checkpoint;
import dev.pairtrail.application.port.Feeds.Kept;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Derives the feeds of players and rooms from the log of one queue. Each instance has one; whoever
 * sees that another gets on stands back for a while, which spares work and is not relied on: the
 * store takes each entry once. For one thread.
 */
final class Deriver {
  private static final Logger LOG = LoggerFactory.getLogger(Deriver.class);

  private final QueueName queue;
  private final Feeds feeds;
  private final FollowedLog log;
  private final Supplier<Head> folded;
  private final IntSupplier losses;
  private final Settings.Feeds settings;
  private final Duration standBack;
  private final InstantSource clock;

  /** How far the feeds were at the last look, or when this one had derived. */
  private Optional<Seen> seen = Optional.empty();

  private int lossesSeen;

  /** Until then nothing is looked at, unless {@link #idleAt} was left. */
  private Instant restUntil = Instant.MIN;

  /** The end of the log with which there was nothing to derive; empty while others work. */
  private Optional<Head> idleAt = Optional.empty();

  private record Seen(long generation, Position derived) {}

  /**
   * @param folded how far the instance knows the log, at no cost
   * @param losses how often it saw the log lose entries
   * @param instance of which there is one in a store
   */
  Deriver(
      QueueName queue,
      Feeds feeds,
      FollowedLog log,
      Supplier<Head> folded,
      IntSupplier losses,
      Settings.Feeds settings,
      String instance,
      InstantSource clock) {
    this.queue = queue;
    this.feeds = feeds;
    this.log = log;
    this.folded = folded;
    this.losses = losses;
    this.settings = settings;
    this.clock = clock;
    standBack = settings.standBack().plus(ownShare(settings.standBack(), instance));
  }

  /** So that of several that stand back one is the first to look again. */
  private static Duration ownShare(Duration standBack, String instance) {
    return standBack.multipliedBy(Math.floorMod(instance.hashCode(), 100)).dividedBy(200);
  }

  /**
   * Derives what there is, at most one page of the log.
   *
   * @return how long to wait before the next turn; zero if there is more
   * @throws StoreUnavailableException if the store does not answer
   */
  Duration turn() {
    Head end = folded.get();
    if (clock.instant().isBefore(restUntil) && idleAt.map(end::equals).orElse(true)) {
      return settings.gather();
    }
    Checkpoint checkpoint = feeds.checkpoint();
    int lossesNow = losses.getAsInt();
    boolean lost = lossesNow > lossesSeen && isKnown(checkpoint.generation());
    lossesSeen = lossesNow;
    if (checkpoint.generation() == 0 || lost) {
      return begin(checkpoint, lost ? "the log lost entries" : "nothing was derived yet");
    }
    Seen now = new Seen(checkpoint.generation(), checkpoint.of(queue).derived().position());
    boolean othersWork = seen.isPresent() && !seen.get().equals(now);
    seen = Optional.of(now);
    return othersWork ? standBack() : derive(checkpoint, end);
  }

  private boolean isKnown(long generation) {
    return seen.filter(s -> s.generation() == generation).isPresent();
  }

  private Duration standBack() {
    restUntil = clock.instant().plus(standBack);
    idleAt = Optional.empty();
    return settings.gather();
  }

  private Duration derive(Checkpoint checkpoint, Head end) {
    Optional<List<LogEntry>> next = log.after(checkpoint.of(queue));
    if (next.isEmpty()) {
      return begin(checkpoint, "the log lacks entries that the feeds have");
    }
    if (next.get().isEmpty()) {
      restUntil = clock.instant().plus(standBack);
      idleAt = Optional.of(end);
      return settings.gather();
    }
    return derive(checkpoint, next.get());
  }

  private Duration derive(Checkpoint checkpoint, List<LogEntry> entries) {
    Kept kept = new Kept(settings.ttl(), settings.entries());
    Derivation.Done done =
        new Derivation(feeds, queue, checkpoint.generation(), kept)
            .derive(checkpoint.of(queue).derived(), entries);
    return switch (done.move()) {
      case FORWARD -> {
        seen = Optional.of(new Seen(checkpoint.generation(), done.upTo().position()));
        restUntil = Instant.MIN;
        yield entries.size() >= log.page() ? Duration.ZERO : settings.gather();
      }
      case BEHIND -> standBack();
      case STALE -> outOfDate(checkpoint);
    };
  }

  /** Either another generation was begun, or it was and the store has lost that. */
  private Duration outOfDate(Checkpoint checkpoint) {
    return feeds.checkpoint().generation() == checkpoint.generation()
        ? begin(checkpoint, "the store has lost how far they were")
        : standBack();
  }

  /** The time in a generation's number has it be the last one even if the one before is unknown. */
  private Duration begin(Checkpoint checkpoint, String why) {
    long next = Math.max(checkpoint.generation() + 1, clock.millis());
    Instant from = clock.instant().minus(settings.ttl());
    Position start = new Position(Math.max(0, from.toEpochMilli()), 0);
    if (!feeds.begin(checkpoint.generation(), next, start)) {
      return standBack();
    }
    LOG.atLevel(checkpoint.generation() == 0 ? Level.INFO : Level.WARN)
        .log("queue {}: the feeds are derived anew from {} on: {}", queue.value(), from, why);
    seen = Optional.empty();
    restUntil = Instant.MIN;
    return Duration.ZERO;
  }
}
