package dev.pairtrail.portcontracts;

import dev.pairtrail.application.DeadLetter;
import dev.pairtrail.application.GroupStatus;
import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.AppendResult;
import dev.pairtrail.application.port.Checkpoints;
import dev.pairtrail.application.port.Consumer;
import dev.pairtrail.application.port.ConsumerGroup;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.EventStore;
import dev.pairtrail.application.port.Feeds;
import dev.pairtrail.application.port.RestoreResult;
import dev.pairtrail.application.port.Snapshots;
import dev.pairtrail.application.port.Tail;
import dev.pairtrail.application.port.TrimResult;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.domain.queue.QueueSnapshot;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A store that takes everything, says that all went well, with positions and revisions as they
 * should be, and keeps nothing. No test of any suite may pass on it.
 */
public final class HonoursNothing implements EventStore {
  private final AtomicLong count = new AtomicLong();

  public HonoursNothing() {}

  @Override
  public EventLog log(QueueName queue) {
    return new EmptyLog(count);
  }

  @Override
  public ConsumerGroup group(QueueName queue, String group) {
    return new EmptyGroup(group);
  }

  @Override
  public Snapshots snapshots(QueueName queue) {
    return new NoSnapshots();
  }

  @Override
  public Checkpoints checkpoints(QueueName queue) {
    return new NoCheckpoints();
  }

  @Override
  public Feeds feeds() {
    return new NoFeeds();
  }

  @Override
  public void ping() {
    throw new StoreUnavailableException("this store is not there", new IllegalStateException());
  }

  private record EmptyLog(AtomicLong count) implements EventLog {
    @Override
    public AppendResult append(List<NewEvent> events, AppendCondition condition) {
      List<Position> positions =
          events.stream().map(_ -> new Position(count.incrementAndGet(), 0)).toList();
      return new AppendResult.Appended(positions, count.get() - events.size() + 1, List.of());
    }

    @Override
    public List<LogEntry> read(Position after, int limit) {
      return List.of();
    }

    @Override
    public TrimResult trim(Position upTo) {
      return new TrimResult.Trimmed(1);
    }

    @Override
    public RestoreResult restore(Position after, List<LogEntry> entries) {
      return new RestoreResult.Restored();
    }

    @Override
    public Tail tail() {
      return new EmptyTail();
    }
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
      return true;
    }
  }

  private record NoFeeds() implements Feeds {
    @Override
    public Checkpoint checkpoint() {
      return Checkpoint.NONE;
    }

    @Override
    public boolean begin(long generation, long next, Position from) {
      return true;
    }

    @Override
    public Move intend(QueueName queue, long generation, Head upTo) {
      return Move.FORWARD;
    }

    @Override
    public OptionalInt append(QueueName queue, long generation, List<LogEntry> entries, Kept kept) {
      return OptionalInt.of(entries.size());
    }

    @Override
    public Move advance(QueueName queue, long generation, Head upTo) {
      return Move.FORWARD;
    }

    @Override
    public Content read(Tag feed, int limit) {
      return Content.NONE;
    }
  }

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

  private record EmptyTail() implements Tail {
    @Override
    public List<LogEntry> await(Position after, int limit, Duration wait) {
      return List.of();
    }

    @Override
    public void close() {}
  }

  private record EmptyGroup(String name) implements ConsumerGroup {
    @Override
    public void ensure() {}

    @Override
    public Consumer join(String consumer) {
      return new EmptyConsumer();
    }

    @Override
    public GroupStatus status() {
      return new GroupStatus(
          name, 0, OptionalLong.empty(), 0, Optional.empty(), Position.START, 0, List.of());
    }

    @Override
    public List<DeadLetter> deadLetters(Position after, int limit) {
      return List.of();
    }

    @Override
    public boolean retry(Position position, String consumer) {
      return true;
    }

    @Override
    public boolean discard(Position position) {
      return true;
    }
  }

  private record EmptyConsumer() implements Consumer {
    @Override
    public List<Position> park(Collection<Position> positions, GivenUp why) {
      return List.copyOf(positions);
    }

    @Override
    public List<String> removeIdle(Duration idle) {
      return List.of();
    }

    @Override
    public List<Position> read(int limit, Duration wait) {
      return List.of();
    }

    @Override
    public List<Position> claim(Duration minIdle, int limit) {
      return List.of();
    }

    @Override
    public void ack(Collection<Position> positions) {}

    @Override
    public void close() {}
  }
}
