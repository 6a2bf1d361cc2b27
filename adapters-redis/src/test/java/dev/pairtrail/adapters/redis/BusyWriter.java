package dev.pairtrail.adapters.redis;

import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.AppendResult;
import dev.pairtrail.application.port.AppendResult.Appended;
import dev.pairtrail.application.port.AppendResult.Conflict;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.domain.EventId;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.domain.event.RecordedEvent;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Appends one event after the other until it is stopped, tries one whose fate is unknown again as
 * the application does, and keeps what was acknowledged.
 */
final class BusyWriter implements AutoCloseable {
  private final EventLog log;
  private final Thread thread = Thread.ofVirtual().name("busy-writer").unstarted(this::write);
  private final Queue<EventId> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<EventId> refused = new ConcurrentLinkedQueue<>();
  private volatile boolean stopping;
  private volatile boolean diverged;
  private Head head = Head.START;

  private BusyWriter(EventLog log) {
    this.log = log;
  }

  static BusyWriter on(EventLog log) {
    BusyWriter writer = new BusyWriter(log);
    writer.thread.start();
    return writer;
  }

  private void write() {
    for (int i = 0; !stopping; i++) {
      NewEvent event = Appends.enqueued("p-" + i);
      boolean doubt = false;
      boolean settled = false;
      while (!settled && !stopping) {
        AppendResult result = log.append(List.of(event), new AppendCondition(head, event.tags()));
        settled = conclude(event, result, doubt);
        doubt |= result instanceof AppendResult.Unknown;
      }
    }
  }

  private boolean conclude(NewEvent event, AppendResult result, boolean doubt) {
    EventId id = event.metadata().id();
    return switch (result) {
      case Appended(var positions, var revision, var missed) -> {
        head = new Head(positions.getLast(), revision);
        yield acknowledged.add(id);
      }
      case Conflict(var missed) -> {
        missed.forEach(entry -> head = new Head(entry.position(), entry.revision()));
        yield ids(missed).contains(id) ? acknowledged.add(id) : true;
      }
      case AppendResult.Diverged(var last) -> {
        diverged = true;
        head = Head.START;
        yield stop();
      }
      case AppendResult.TooFarBehind() -> throw new IllegalStateException("nobody else writes");
      case AppendResult.Unknown(var cause) -> false;
      case AppendResult.Refused(var reason) -> doubt ? false : refused.add(id);
    };
  }

  private boolean stop() {
    stopping = true;
    return true;
  }

  static Set<EventId> ids(List<LogEntry> entries) {
    return entries.stream()
        .flatMap(entry ->
            entry instanceof RecordedEvent recorded ? recorded.metadata().stream() : Stream.empty())
        .map(metadata -> metadata.id())
        .collect(Collectors.toSet());
  }

  /** What was said to be in the log. */
  Queue<EventId> acknowledged() {
    return acknowledged;
  }

  /** What was said not to be. */
  Queue<EventId> refused() {
    return refused;
  }

  boolean hasDiverged() {
    return diverged;
  }

  @Override
  public void close() {
    end();
  }

  /** Waits until it has stopped. */
  void end() {
    stopping = true;
    try {
      if (!thread.join(Duration.ofSeconds(30))) {
        throw new IllegalStateException("the writer does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
