package dev.pairtrail.application.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.application.ManualClock;
import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.AppendResult;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.RestoreResult;
import dev.pairtrail.application.port.Tail;
import dev.pairtrail.application.port.TrimResult;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.domain.event.UnreadableEntry;
import dev.pairtrail.domain.queue.QueueState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A log that contradicts itself is refused, and no reason to begin again without end. */
final class FoldedTest {
  private final ManualClock clock = new ManualClock();
  private final MemoryEventStore store = new MemoryEventStore(clock);
  private final Losses losses = new Losses(Instance.QUEUE, clock);
  private final Contradiction log = new Contradiction(store.log(Instance.QUEUE));
  private final Folded folded =
      new Folded(
          log,
          new StartingPoint(Instance.QUEUE, log, store.snapshots(Instance.QUEUE), 100),
          _ -> {},
          losses,
          100);

  private static LogEntry entry(long position, long revision) {
    return new UnreadableEntry(new Position(position, 0), revision, Set.of(), "none", Map.of());
  }

  @Test
  void aNumberThatIsThereTwiceEndsTheFolding() {
    log.entries.addAll(List.of(entry(1, 1), entry(2, 2), entry(3, 2)));
    assertThatThrownBy(() -> folded.rebuild(Set.of()))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("3-0");
  }

  @Test
  void onceTheLogIsInOrderItIsFoldedAnew() {
    log.entries.addAll(List.of(entry(1, 1), entry(2, 2)));
    folded.rebuild(Set.of());
    log.entries.add(entry(3, 2));
    assertThatThrownBy(folded::catchUp).isInstanceOf(StoreUnavailableException.class);
    log.entries.remove(1);
    folded.catchUp();
    QueueState whole = new QueueState(Instance.QUEUE, 100);
    log.entries.forEach(whole::evolve);
    assertThat(folded.state().snapshot()).isEqualTo(whole.snapshot());
    assertThat(losses.count()).isPositive();
  }

  @Test
  void aGapBeforeAnEntryWithoutNumberIsRead() {
    log.entries.add(entry(1, 1));
    folded.rebuild(Set.of());
    log.entries.addAll(List.of(entry(2, 2), entry(3, 0), entry(4, 4)));
    folded.follow(List.of(entry(3, 0), entry(4, 4)));
    assertThat(folded.head()).isEqualTo(new Head(new Position(4, 0), 4));
    log.entries.addAll(List.of(entry(5, 5), entry(6, 0)));
    folded.follow(List.of(entry(6, 0)));
    assertThat(folded.head()).isEqualTo(new Head(new Position(6, 0), 6));
  }

  @Test
  void whatFollowsTheHeadIsNotReadAgain() {
    log.entries.add(entry(1, 1));
    folded.rebuild(Set.of());
    folded.follow(List.of(entry(1, 1), entry(2, 0), entry(3, 3), entry(4, 0)));
    assertThat(folded.head()).isEqualTo(new Head(new Position(4, 0), 4));
  }

  /** A log that shows what a test puts there. */
  private record Contradiction(EventLog log, List<LogEntry> entries) implements EventLog {
    Contradiction(EventLog log) {
      this(log, new ArrayList<>());
    }

    @Override
    public List<LogEntry> read(Position after, int limit) {
      return entries.stream().filter(e -> e.position().isAfter(after)).limit(limit).toList();
    }

    @Override
    public AppendResult append(List<NewEvent> events, AppendCondition condition) {
      return log.append(events, condition);
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
