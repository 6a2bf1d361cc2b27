package dev.pairtrail.adapters.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Waits, after each append to one log, until enough replicas have it. While an earlier append is in
 * doubt, an answer that brings its events as missed ones waits as well. Thread-safe.
 */
final class Confirmation {
  private static final Duration WAIT_AT_MOST = Duration.ofSeconds(1);

  private final int replicas;
  private final String fence;
  private final AtomicLong doubts = new AtomicLong();
  private final AtomicLong settled = new AtomicLong();

  /**
   * For a log without doubts. A write to the fence, a key beside the log, stands for a lost one.
   */
  Confirmation(Durability durability, QueueKeys keys) {
    replicas =
        switch (durability) {
          case Durability.Local() -> 0;
          case Durability.Replicated(var number) -> number;
        };
    fence = keys.beside("fence");
  }

  /** How many doubts there were; what is confirmed later covers these. */
  long doubts() {
    return doubts.get();
  }

  /** An append may have landed, with the master alone. */
  void doubt() {
    doubts.incrementAndGet();
  }

  /**
   * Waits for the replicas.
   *
   * @param redis the very connection that ran the script, which has not been another since
   * @param wrote whether the script did, or only looked
   * @param covers the doubts there were before it ran
   * @throws UnconfirmedException if too few replicas confirm
   */
  void await(RedisClusterCommands<String, String> redis, boolean wrote, long covers) {
    if (replicas == 0 || (!wrote && settled.get() >= covers)) {
      return;
    }
    try {
      if (!wrote) {
        writeFence(redis);
      }
      requireReplicas(redis.waitForReplication(replicas, WAIT_AT_MOST.toMillis()));
      settled.accumulateAndGet(covers, Math::max);
    } catch (UnconfirmedException e) {
      throw e;
    } catch (RedisException e) {
      throw new UnconfirmedException("nobody could tell whether replicas have it", e);
    }
  }

  /** WAIT is about the connection's own last write, and before it there must be one. */
  private void writeFence(RedisClusterCommands<String, String> redis) {
    redis.set(fence, Long.toString(doubts.get()));
  }

  private void requireReplicas(long confirmed) {
    if (confirmed < replicas) {
      throw new UnconfirmedException(
          "%d of %d replicas have it".formatted(confirmed, replicas), null);
    }
  }
}
