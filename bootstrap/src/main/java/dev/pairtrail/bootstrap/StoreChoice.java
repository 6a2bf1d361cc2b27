package dev.pairtrail.bootstrap;

import dev.pairtrail.adapters.redis.Durability;
import dev.pairtrail.adapters.redis.RedisEventStore;
import dev.pairtrail.domain.QueueName;
import java.util.Map;
import java.util.regex.Pattern;

/** Where the logs are kept. */
sealed interface StoreChoice {
  String FORMS =
      "memory, redis://HOST:PORT, rediss://HOST:PORT, redis-sentinel://HOST:PORT,HOST:PORT#MASTER"
          + " or redis-cluster://HOST:PORT,HOST:PORT";

  /** In this process, and gone with it. */
  record Memory() implements StoreChoice {
    @Override
    public String toString() {
      return "memory (gone when the process ends)";
    }
  }

  /** On Redis: one server, behind Sentinel, or a Cluster. */
  record Redis(String uri) implements StoreChoice {
    private static final Pattern CREDENTIALS = Pattern.compile("//.*@");

    /** A store that is not connected yet. */
    RedisEventStore open(Map<QueueName, String> keys, Durability durability) {
      return new RedisEventStore(
          uri, queue -> keys.getOrDefault(queue, RedisEventStore.defaultKey(queue)), durability);
    }

    /** Without the password that the URI may have. */
    @Override
    public String toString() {
      return CREDENTIALS.matcher(uri).replaceFirst("//");
    }
  }

  static StoreChoice parse(String text) {
    if (text.equals("memory")) {
      return new Memory();
    }
    return new Redis(RedisUri.checked(text));
  }
}
