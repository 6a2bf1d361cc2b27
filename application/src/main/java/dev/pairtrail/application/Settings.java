package dev.pairtrail.application;

import dev.pairtrail.domain.queue.QueueState;
import java.time.Duration;

/**
 * The limits of one instance.
 *
 * @param mailbox most messages waiting for one queue; beyond, commands are refused
 * @param commandsPerCommit most client commands of one append, at most 500
 * @param eventsPerPass most events that one matching pass decides at once, at most 500
 * @param attempts how often a command is decided anew after a conflict before it is given up
 * @param page entries read from the store at once
 * @param answerWithin how long a client waits for an answer
 * @param retryFor how long an append without a reply is tried again
 * @param retryPause between two such tries, and after any failure of the store
 * @param blockingRead how long a read waits for new entries; bounds how stale an instance can be
 * @param gather how long a busy reader lets entries gather before it reads the next batch
 * @param claimIdle how long an entry must be pending before it is taken from its consumer
 * @param claimEvery how often such entries are looked for
 * @param subscriberBuffer entries held for a slow reader of live events before it reads the log
 *     again
 * @param remembered ended tickets, and as many rooms, that can still be asked for
 */
public record Settings(
    int mailbox,
    int commandsPerCommit,
    int eventsPerPass,
    int attempts,
    int page,
    Duration answerWithin,
    Duration retryFor,
    Duration retryPause,
    Duration blockingRead,
    Duration gather,
    Duration claimIdle,
    Duration claimEvery,
    int subscriberBuffer,
    int remembered) {

  /** What an instance runs with unless told otherwise. */
  public static Settings defaults() {
    return new Settings(
        10_000,
        400,
        400,
        8,
        1_000,
        Duration.ofSeconds(10),
        Duration.ofSeconds(5),
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        Duration.ofMillis(5),
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        256,
        QueueState.DEFAULT_REMEMBERED);
  }
}
