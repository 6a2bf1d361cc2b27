package dev.pairtrail.faults.process;

import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.AppendResult;
import dev.pairtrail.application.port.Checkpoints;
import dev.pairtrail.application.port.ConsumerGroup;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.EventStore;
import dev.pairtrail.application.port.Feeds;
import dev.pairtrail.application.port.RestoreResult;
import dev.pairtrail.application.port.Snapshots;
import dev.pairtrail.application.port.Tail;
import dev.pairtrail.application.port.TrimResult;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.domain.event.PlayersMatched;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Counts what becomes of the appends of one instance. Thread-safe. */
final class CountingStore implements EventStore {
  private final EventStore store;
  private final LongAdder commits = new LongAdder();
  private final LongAdder conflicts = new LongAdder();
  private final LongAdder matches = new LongAdder();

  CountingStore(EventStore store) {
    this.store = store;
  }

  long commits() {
    return commits.sum();
  }

  long conflicts() {
    return conflicts.sum();
  }

  long matches() {
    return matches.sum();
  }

  @Override
  public EventLog log(QueueName queue) {
    EventLog log = store.log(queue);
    return new EventLog() {
      @Override
      public AppendResult append(List<NewEvent> events, AppendCondition condition) {
        AppendResult result = log.append(events, condition);
        count(events, result);
        return result;
      }

      @Override
      public List<LogEntry> read(Position after, int limit) {
        return log.read(after, limit);
      }

      @Override
      public TrimResult trim(Position upTo) {
        return log.trim(upTo);
      }

      @Override
      public RestoreResult restore(Position after, List<LogEntry> entries) {
        return log.restore(after, entries);
      }

      @Override
      public Tail tail() {
        return log.tail();
      }
    };
  }

  private void count(List<NewEvent> events, AppendResult result) {
    if (result instanceof AppendResult.Conflict) {
      conflicts.increment();
    } else if (result instanceof AppendResult.Appended && !events.isEmpty()) {
      commits.increment();
      matches.add(events.stream().filter(e -> e.event() instanceof PlayersMatched).count());
    }
  }

  @Override
  public Snapshots snapshots(QueueName queue) {
    return store.snapshots(queue);
  }

  @Override
  public Checkpoints checkpoints(QueueName queue) {
    return store.checkpoints(queue);
  }

  @Override
  public ConsumerGroup group(QueueName queue, String group) {
    return store.group(queue, group);
  }

  @Override
  public Feeds feeds() {
    return store.feeds();
  }

  @Override
  public void ping() {
    store.ping();
  }
}
