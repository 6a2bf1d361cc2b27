package dev.pairtrail.application.engine;

import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.AppendResult;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.RestoreResult;
import dev.pairtrail.application.port.Tail;
import dev.pairtrail.application.port.TrimResult;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.NewEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The log as one instance reaches it: others get in between, replies and requests get lost. */
final class UnreliableLog implements EventLog {
  private static final Duration AT_ONCE = Duration.ofNanos(1);

  private final EventLog log;
  private final World world;
  private int losses;

  UnreliableLog(EventLog log, World world) {
    this.log = log;
    this.world = world;
  }

  @Override
  public AppendResult append(List<NewEvent> events, AppendCondition condition) {
    world.interleave();
    AppendResult result =
        switch (world.faults().ofAppend()) {
          case NONE -> log.append(events, condition);
          case REQUEST_LOST -> unknown();
          case REQUEST_LATE -> {
            world.later(() -> log.append(events, condition));
            yield unknown();
          }
          case REPLY_LOST -> {
            var _ = log.append(events, condition);
            yield unknown();
          }
          case REFUSED -> new AppendResult.Refused("the store is full");
          case CRASH_BEFORE -> throw new Crash();
          case CRASH_AFTER -> {
            var _ = log.append(events, condition);
            throw new Crash();
          }
        };
    if (!(result instanceof AppendResult.Unknown || result instanceof AppendResult.Refused)) {
      losses = world.losses();
    }
    world.trace(() -> "append " + events.stream().map(NewEvent::event).toList() + " -> " + result);
    world.interleave();
    return result;
  }

  private static AppendResult unknown() {
    return new AppendResult.Unknown(new IOException("connection reset"));
  }

  @Override
  public List<LogEntry> read(Position after, int limit) {
    world.interleave();
    failSometimes();
    losses = world.losses();
    return log.read(after, limit);
  }

  /** How often the log had lost its end when it last answered here. */
  int losses() {
    return losses;
  }

  private void failSometimes() {
    if (world.faults().ofRead()) {
      throw new StoreUnavailableException("the read failed");
    }
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
    Tail tail = log.tail();
    return new Tail() {
      @Override
      public List<LogEntry> await(Position after, int limit, Duration wait) {
        failSometimes();
        return tail.await(after, world.faults().upTo(limit), AT_ONCE);
      }

      @Override
      public void close() {
        tail.close();
      }
    };
  }
}
