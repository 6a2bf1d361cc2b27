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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A real log behind a network that does to the next appends what a test asks for. */
final class FaultyLog implements EventLog {
  private final EventLog log;
  private final Deque<Fault> faults = new ArrayDeque<>();
  private int appends;
  private int failingReads;
  private boolean broken;

  FaultyLog(EventLog log) {
    this.log = log;
  }

  /** The real append. */
  private interface Append {
    AppendResult run();
  }

  /** What happens to one append. */
  private interface Fault {
    AppendResult apply(Append append);
  }

  /** The events get there, the answer does not come back. */
  FaultyLog loseReply() {
    faults.add(append -> {
      append.run();
      return lost();
    });
    return this;
  }

  /** The events do not get there, and no answer comes. */
  FaultyLog loseRequest() {
    faults.add(_ -> lost());
    return this;
  }

  FaultyLog refuse() {
    faults.add(_ -> new AppendResult.Refused("disk full"));
    return this;
  }

  /** Something happens right before the events get there. */
  FaultyLog before(Runnable event) {
    faults.add(append -> {
      event.run();
      return append.run();
    });
    return this;
  }

  /** The next read is not answered. */
  void failRead() {
    failingReads++;
  }

  /** Appends and reads go wrong as nobody expects, once. */
  void breakDown() {
    broken = true;
  }

  private void checkIsWhole() {
    if (broken) {
      broken = false;
      throw new IllegalStateException("nobody thought of this");
    }
  }

  private static AppendResult lost() {
    return new AppendResult.Unknown(new IOException("connection reset"));
  }

  int appends() {
    return appends;
  }

  @Override
  public AppendResult append(List<NewEvent> events, AppendCondition condition) {
    appends++;
    checkIsWhole();
    Fault fault = faults.poll();
    return fault == null
        ? log.append(events, condition)
        : fault.apply(() -> log.append(events, condition));
  }

  @Override
  public List<LogEntry> read(Position after, int limit) {
    checkIsWhole();
    if (failingReads > 0) {
      failingReads--;
      throw new StoreUnavailableException("connection reset");
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
