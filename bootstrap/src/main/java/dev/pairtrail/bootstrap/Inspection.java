package dev.pairtrail.bootstrap;

import dev.pairtrail.adapters.redis.Finding;
import dev.pairtrail.adapters.redis.RedisEventStore;
import dev.pairtrail.application.GroupStatus;
import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.domain.QueueName;
import java.util.List;

/** What was found out about a store on Redis. */
record Inspection(List<Finding> findings, List<Queue> queues) {

  /** How a queue's log stands. */
  record Queue(QueueName name, long length, List<GroupStatus> groups) {}

  /**
   * Looks at a store.
   *
   * @throws BadConfigurationException if it does not answer
   */
  static Inspection of(StoreChoice.Redis choice, ConfigFile file) {
    try (RedisEventStore store = choice.open(file.redisKeys(), file.durability())) {
      return new Inspection(
          store.inspect(),
          file.queues().keySet().stream().sorted().map(name -> queue(store, name)).toList());
    } catch (StoreUnavailableException e) {
      throw new BadConfigurationException("store " + choice + " does not answer: " + e.reason());
    }
  }

  private static Queue queue(RedisEventStore store, QueueName name) {
    return new Queue(name, store.length(name), store.groups(name));
  }

  boolean isRefused() {
    return findings.stream().anyMatch(Finding::isRefused);
  }
}
