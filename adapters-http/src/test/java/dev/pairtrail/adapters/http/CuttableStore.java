package dev.pairtrail.adapters.http;

import dev.pairtrail.application.StoreUnavailableException;
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
import java.io.IOException;
import java.util.List;

/** A store whose logs can be cut off, and whose appends can be held up. */
record CuttableStore(EventStore store, Switch cut) implements EventStore {

  /** What a test turns. */
  static final class Switch {
    volatile boolean off;
    volatile boolean offPastStart;
    final Gate appends = new Gate();

    void check() {
      if (off) {
        throw new StoreUnavailableException("secret-host is away", new IOException("cut"));
      }
    }
  }

  @Override
  public EventLog log(QueueName queue) {
    return new Log(store.log(queue), cut);
  }

  @Override
  public ConsumerGroup group(QueueName queue, String group) {
    return store.group(queue, group);
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
  public Feeds feeds() {
    return store.feeds();
  }

  @Override
  public void ping() {
    cut.check();
  }

  private record Log(EventLog log, Switch cut) implements EventLog {
    @Override
    public AppendResult append(List<NewEvent> events, AppendCondition condition) {
      cut.appends.pass();
      return cut.off
          ? new AppendResult.Refused("secret-host is away")
          : log.append(events, condition);
    }

    @Override
    public List<LogEntry> read(Position after, int limit) {
      cut.check();
      if (cut.offPastStart && after.isAfter(Position.START)) {
        throw new StoreUnavailableException("secret-host is away", new IOException("cut"));
      }
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
  }
}
