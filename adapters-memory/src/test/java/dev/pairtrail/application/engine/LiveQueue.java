package dev.pairtrail.application.engine;

import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.LogEntry;
import java.util.List;
import java.util.Optional;

/** What an instance tells its readers of one queue, when a test has it do so. */
public final class LiveQueue {
  private final LiveEntries live;

  public LiveQueue(QueueName queue) {
    live = new LiveEntries(queue);
  }

  public void publish(LogEntry entry) {
    live.publish(entry);
  }

  /** Subscribes to several, holding so many entries. */
  public static Subscription subscribe(Tag tag, List<LiveQueue> queues, int capacity) {
    return new Subscription(
        Optional.of(tag), queues.stream().map(queue -> queue.live).toList(), capacity);
  }
}
