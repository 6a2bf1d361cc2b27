package dev.pairtrail.application.engine;

import dev.pairtrail.application.FeedEntry;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.LogEntry;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hands each entry to those who watch what it touches, as the actor folds it. Thread-safe; never
 * blocks the actor.
 */
final class LiveEntries {
  private final QueueName queue;
  private final Set<Subscription> toAll = ConcurrentHashMap.newKeySet();
  private final Map<Tag, Set<Subscription>> byTag = new ConcurrentHashMap<>();

  private volatile boolean closed;

  LiveEntries(QueueName queue) {
    this.queue = queue;
  }

  void publish(LogEntry entry) {
    offer(toAll, entry);
    if (!byTag.isEmpty()) {
      entry.tags().forEach(tag -> offer(byTag.getOrDefault(tag, Set.of()), entry));
    }
  }

  private void offer(Set<Subscription> subscriptions, LogEntry entry) {
    if (!subscriptions.isEmpty()) {
      FeedEntry offered = new FeedEntry(queue, entry);
      subscriptions.forEach(subscription -> subscription.offer(offered));
    }
  }

  void add(Subscription subscription) {
    subscription
        .tag()
        .ifPresentOrElse(
            tag ->
                byTag.compute(
                    tag,
                    (_, before) -> {
                      Set<Subscription> set =
                          before == null ? ConcurrentHashMap.newKeySet() : before;
                      set.add(subscription);
                      return set;
                    }),
            () -> toAll.add(subscription));
    if (closed) {
      subscription.end();
    }
  }

  void remove(Subscription subscription) {
    toAll.remove(subscription);
    subscription
        .tag()
        .ifPresent(tag ->
            byTag.computeIfPresent(
                tag, (_, set) -> set.remove(subscription) && set.isEmpty() ? null : set));
  }

  /** Leads every subscriber back to the log, as entries were not published one by one. */
  void skip() {
    toAll.forEach(Subscription::skip);
    byTag.values().forEach(set -> set.forEach(Subscription::skip));
  }

  /** Ends every subscription, so that whoever waits on one goes home. */
  void close() {
    closed = true;
    toAll.forEach(Subscription::end);
    byTag.values().forEach(set -> set.forEach(Subscription::end));
  }
}
