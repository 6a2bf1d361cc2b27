package dev.pairtrail.application;

import dev.pairtrail.domain.queue.QueueState;
import java.time.Duration;

/**
 * The limits of one instance.
 *
 * @param answerWithin how long a client waits for an answer
 * @param remembered ended tickets, and as many rooms, that can still be asked for
 */
public record Settings(
    Commits commits,
    Reads reads,
    Workers workers,
    Snapshots snapshots,
    Trims trims,
    Seals seals,
    Feeds feeds,
    Duration answerWithin,
    int remembered) {

  /**
   * How commands become events.
   *
   * @param mailbox most messages waiting for one queue; beyond, commands are refused
   * @param commandsPerCommit most client commands of one append, at most 500
   * @param eventsPerPass most events that one matching pass decides at once, at most 500
   * @param attempts how often a command is decided anew after a conflict before it is given up
   * @param retryFor how long an append without a reply is tried again
   * @param retryPause between two such tries, and after any failure of the store
   */
  public record Commits(
      int mailbox,
      int commandsPerCommit,
      int eventsPerPass,
      int attempts,
      Duration retryFor,
      Duration retryPause) {}

  /**
   * How the log is read.
   *
   * @param page entries read from the store at once
   * @param blocking how long a read waits for new entries; bounds how stale an instance can be
   * @param gather how long a busy reader lets entries gather before it reads the next batch
   * @param subscriberBuffer entries held for a slow reader of live events before it reads the log
   *     again
   */
  public record Reads(int page, Duration blocking, Duration gather, int subscriberBuffer) {}

  /**
   * How the consumers of a group share their work.
   *
   * @param claimIdle how long an entry must be pending before it is taken from its consumer
   * @param claimEvery how often such entries, idle consumers, and a log that lost its end are
   *     looked for
   * @param maxDeliveries an entry whose handling failed so often becomes a dead letter, at least 1
   * @param consumerIdle a consumer that asked for nothing for so long, and holds nothing, is
   *     removed
   */
  public record Workers(
      Duration claimIdle, Duration claimEvery, int maxDeliveries, Duration consumerIdle) {}

  /**
   * How states are kept beside their logs, so that a start need not read all.
   *
   * @param every how many entries one snapshot is from the next
   * @param checkpointEvery how many entries one state that is kept for ever is from the next
   * @param look how often it is looked whether one is due
   */
  public record Snapshots(long every, long checkpointEvery, Duration look) {}

  /**
   * How logs with a retention are trimmed.
   *
   * @param segment most entries that are archived and trimmed at once, 1 to 100,000
   * @param look how often it is looked whether something may go, and the pause after a failure
   */
  public record Trims(int segment, Duration look) {}

  /**
   * How logs are sealed.
   *
   * @param every how many entries one seal is from the next
   * @param within how long an entry may be unsealed where there are fewer
   */
  public record Seals(long every, Duration within) {}

  /**
   * How the feeds of players and rooms are derived from the logs.
   *
   * @param enabled whether they are; if not, they are cut from the logs whenever they are read
   * @param ttl a feed is gone so long after its last event, more than zero
   * @param gather how long events gather before they are derived; nobody waits for that
   * @param standBack how long an instance leaves the work to another that does it, how often it
   *     looks for what nobody told it, and the pause after a failure
   * @param entries the last so many of a feed stay, at least 1
   */
  public record Feeds(
      boolean enabled, Duration ttl, Duration gather, Duration standBack, int entries) {
    private static final Duration LONGEST_TTL = Duration.ofDays(3_650);

    /**
     * @throws IllegalArgumentException if the time to live is not positive, or more than ten years
     */
    public Feeds {
      if (!ttl.isPositive() || ttl.compareTo(LONGEST_TTL) > 0) {
        throw new IllegalArgumentException(
            "takes more than zero and at most " + LONGEST_TTL.toDays() + "d");
      }
    }

    /** The same with another time to live, or switched on or off. */
    public Feeds with(boolean on, Duration otherTtl) {
      return new Feeds(on, otherTtl, gather, standBack, entries);
    }
  }

  /** What an instance runs with unless told otherwise. */
  public static Settings defaults() {
    return new Settings(
        new Commits(10_000, 400, 400, 8, Duration.ofSeconds(5), Duration.ofMillis(100)),
        new Reads(1_000, Duration.ofSeconds(1), Duration.ofMillis(5), 256),
        new Workers(Duration.ofSeconds(30), Duration.ofSeconds(10), 5, Duration.ofMinutes(10)),
        new Snapshots(1_000_000, 50_000, Duration.ofSeconds(5)),
        new Trims(10_000, Duration.ofSeconds(5)),
        new Seals(100_000, Duration.ofMinutes(10)),
        new Feeds(true, Duration.ofDays(7), Duration.ofMillis(250), Duration.ofSeconds(3), 10_000),
        Duration.ofSeconds(10),
        QueueState.DEFAULT_REMEMBERED);
  }

  public Settings with(Commits other) {
    return new Settings(
        other, reads, workers, snapshots, trims, seals, feeds, answerWithin, remembered);
  }

  public Settings with(Reads other) {
    return new Settings(
        commits, other, workers, snapshots, trims, seals, feeds, answerWithin, remembered);
  }

  public Settings with(Workers other) {
    return new Settings(
        commits, reads, other, snapshots, trims, seals, feeds, answerWithin, remembered);
  }

  public Settings with(Snapshots other) {
    return new Settings(
        commits, reads, workers, other, trims, seals, feeds, answerWithin, remembered);
  }

  public Settings with(Trims other) {
    return new Settings(
        commits, reads, workers, snapshots, other, seals, feeds, answerWithin, remembered);
  }

  public Settings with(Seals other) {
    return new Settings(
        commits, reads, workers, snapshots, trims, other, feeds, answerWithin, remembered);
  }

  public Settings with(Feeds other) {
    return new Settings(
        commits, reads, workers, snapshots, trims, seals, other, answerWithin, remembered);
  }
}
