package dev.pairtrail.adapters.archive;

import dev.pairtrail.application.port.Checkpoints;
import dev.pairtrail.application.port.ConsumerGroup;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.EventStore;
import dev.pairtrail.application.port.Feeds;
import dev.pairtrail.application.port.Snapshots;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.queue.QueueSnapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An export in the place of a store: one log, held in memory, that is only read. Thread-safe. */
public final class ExportedStore implements EventStore {
  private static final int PAGE = 10_000;

  private final Optional<QueueName> queue;
  private final EventLog log;

  private ExportedStore(Optional<QueueName> queue, List<LogEntry> entries) {
    this.queue = queue;
    log = new ExportedLog(entries);
  }

  /**
   * Reads an export as a whole.
   *
   * @throws ExportException if it cannot be read or is damaged
   */
  public static ExportedStore read(Path file) {
    try (ExportReader reader = ExportReader.open(file)) {
      List<LogEntry> all = new ArrayList<>();
      List<LogEntry> page;
      do {
        page = reader.next(PAGE);
        all.addAll(page);
      } while (!page.isEmpty());
      return new ExportedStore(reader.queue(), all);
    }
  }

  /** Whose log it has; empty if it has no entries. */
  public Optional<QueueName> queue() {
    return queue;
  }

  @Override
  public EventLog log(QueueName asked) {
    return queue.filter(asked::equals).isPresent() ? log : new ExportedLog(List.of());
  }

  /** There are none, and none can be made. */
  @Override
  public ConsumerGroup group(QueueName asked, String group) {
    throw new UnsupportedOperationException("an export has no consumer groups");
  }

  @Override
  public Snapshots snapshots(QueueName asked) {
    return new NoSnapshots();
  }

  @Override
  public Checkpoints checkpoints(QueueName asked) {
    return new NoCheckpoints();
  }

  /** There are none, and none can be made. */
  @Override
  public Feeds feeds() {
    throw new UnsupportedOperationException("an export has no feeds");
  }

  @Override
  public void ping() {}

  private record NoCheckpoints() implements Checkpoints {
    @Override
    public Optional<QueueSnapshot> before(Position position) {
      return Optional.empty();
    }

    @Override
    public Head head() {
      return Head.START;
    }

    @Override
    public void keep(QueueSnapshot checkpoint) {}
  }

  private record NoSnapshots() implements Snapshots {
    @Override
    public Optional<QueueSnapshot> newest() {
      return Optional.empty();
    }

    @Override
    public Head head() {
      return Head.START;
    }

    @Override
    public boolean write(QueueSnapshot snapshot) {
      return false;
    }
  }
}
