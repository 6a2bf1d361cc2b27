package dev.pairtrail.adapters.redis;

import dev.pairtrail.domain.QueueName;

/**
 * The keys of one queue. All of them hash to one slot of a Cluster, so that one script may touch
 * several: they share the hash tag of the log's key, or that whole key is their tag.
 *
 * @param events the stream that is the queue's log
 */
public record QueueKeys(String events) {
  private static final String LOG = ":events";

  /**
   * Checks the key.
   *
   * @throws IllegalArgumentException if no other key could share its slot, or it is a feed's
   */
  public QueueKeys {
    if (events.isEmpty()) {
      throw new IllegalArgumentException("a key is not empty");
    }
    if (FeedKeys.mayBe(events)) {
      throw new IllegalArgumentException("a key that begins with player:{ or room:{ is a feed's");
    }
    if (!isTagged(events) && events.indexOf('}') >= 0) {
      throw new IllegalArgumentException(
          "a key with } takes a hash tag such as {" + events.replaceAll("[{}]", "") + "}");
    }
  }

  /** {@code matchmaking:{QUEUE}:events} and what is beside it. */
  public static QueueKeys ofDefault(QueueName queue) {
    return new QueueKeys(RedisEventStore.defaultKey(queue));
  }

  /**
   * A further key of the queue: {@code matchmaking:{QUEUE}:NAME} beside {@code
   * matchmaking:{QUEUE}:events}, and {@code {matchmaking:events}:NAME} beside {@code
   * matchmaking:events}.
   */
  public String beside(String name) {
    if (!isTagged(events)) {
      return "{" + events + "}:" + name;
    }
    boolean isNamedAsByDefault = events.endsWith("}" + LOG);
    int end = events.length() - (isNamedAsByDefault ? LOG.length() : 0);
    return events.substring(0, end) + ":" + name;
  }

  /** Whether Redis hashes a part of the key: what is between the first { and the next }. */
  private static boolean isTagged(String key) {
    int open = key.indexOf('{');
    return open >= 0 && key.indexOf('}', open) > open + 1;
  }
}
