package dev.pairtrail.application.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.application.CountedIds;
import dev.pairtrail.application.ManualClock;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.UnreadableEntry;
import dev.pairtrail.domain.queue.QueueSnapshot;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A start from the newest snapshot ends in the state that the whole log folds to (I5). */
final class SnapshotStartTest {
  private static final int EVERY = 10;

  private final ManualClock clock = new ManualClock();
  private final MemoryEventStore store = new MemoryEventStore(clock, 20);
  private final CountedIds ids = new CountedIds();
  private final Instance here = instance().started();

  private Instance instance() {
    return new Instance(store, clock, ids, RuleSet.oneOnOne());
  }

  private void play(int players) {
    for (int i = 0; i < players; i++) {
      here.turn(here.enqueue("p-" + ids.newTicket().value()).message());
    }
    here.match(here.folded.head().position());
  }

  private SnapshotWriter writer(Instance instance) {
    return new SnapshotWriter(
        store.snapshots(Instance.QUEUE),
        instance.folded::head,
        () -> instance.folded.state().snapshot(),
        EVERY);
  }

  private List<LogEntry> log() {
    return store.log(Instance.QUEUE).read(Position.START, 10_000);
  }

  private QueueSnapshot folded() {
    QueueState state = new QueueState(Instance.QUEUE, 100);
    log().forEach(state::evolve);
    return state.snapshot();
  }

  @Test
  void theStateFromASnapshotAndTheTailIsTheLiveAndTheFoldedOne() {
    play(11);
    assertThat(writer(here).turn()).isTrue();
    long head = here.folded.head().revision();
    play(8);

    Instance next = instance();
    next.engine.load();
    assertThat(next.folded.state().snapshot())
        .isEqualTo(here.folded.state().snapshot())
        .isEqualTo(folded());
    assertThat(next.seen).hasSize((int) (here.folded.head().revision() - head));
  }

  @Test
  void whatItDecidesNextIsInForceForTheOther() {
    play(11);
    writer(here).turn();
    Instance next = instance().started();
    next.turn(next.enqueue("late").message());
    next.match(next.folded.head().position());
    assertThat(next.folded.state().snapshot()).isEqualTo(folded());
    assertThat(next.folded.state().depth()).isZero();
  }

  @Test
  void aSnapshotIsWrittenEverySoManyEntriesAndByOne() {
    play(2);
    Instance there = instance().started();
    SnapshotWriter mine = writer(here);
    SnapshotWriter theirs = writer(there);
    assertThat(mine.turn()).isFalse();
    play(10);
    there.folded.catchUp();
    assertThat(mine.turn()).isTrue();
    assertThat(mine.turn()).isFalse();
    assertThat(theirs.turn()).isFalse();
    play(10);
    there.folded.catchUp();
    assertThat(theirs.turn()).isTrue();
    assertThat(mine.turn()).isFalse();
  }

  @Test
  void aLargeStateIsWrittenLessOften() {
    for (int i = 0; i < 40; i++) {
      here.turn(here.enqueue("waiting-" + i).message());
    }
    SnapshotWriter writer = writer(here);
    assertThat(writer.turn()).isTrue();
    for (int i = 0; i < 4 * 40 - 1; i++) {
      here.turn(here.enqueue("more-" + i).message());
      assertThat(writer.turn()).isFalse();
    }
    here.turn(here.enqueue("last").message(), here.enqueue("very-last").message());
    assertThat(writer.turn()).isTrue();
  }

  @Test
  void aSnapshotThatCannotBeReadCostsTheReadingOfTheLog() {
    play(11);
    writer(here).turn();
    store.spoilSnapshot(Instance.QUEUE);
    Instance next = instance();
    next.engine.load();
    assertThat(next.folded.state().snapshot()).isEqualTo(folded());
    assertThat(next.seen).hasSameSizeAs(log());
  }

  @Test
  void aSnapshotOfALogThatIsGoneIsThrownAway() {
    play(11);
    writer(here).turn();
    store.deleteAll(Instance.QUEUE);
    clock.advance(Duration.ofSeconds(1));
    Instance next = instance().started();
    next.turn(next.enqueue("anew").message());
    assertThat(next.folded.state().snapshot()).isEqualTo(folded());
    assertThat(log()).hasSize(2);
    assertThat(writer(next).turn()).as("one of the log as it is now is written").isTrue();
    assertThat(store.snapshots(Instance.QUEUE).newest()).contains(folded());
  }

  /** As after a failover that lost the end of the log. */
  @Test
  void aSnapshotThatIsAheadOfTheLogIsThrownAway() {
    play(11);
    QueueState ahead = QueueState.restored(here.folded.state().snapshot(), 100);
    Position later = new Position(ahead.head().position().millis() + 5, 0);
    ahead.evolve(new UnreadableEntry(later, 0, Set.of(), "lost", Map.of()));
    assertThat(store.snapshots(Instance.QUEUE).write(ahead.snapshot())).isTrue();
    Instance next = instance();
    next.engine.load();
    assertThat(next.folded.state().snapshot()).isEqualTo(folded());
  }

  @Test
  void aLogThatWasTrimmedUpToTheSnapshotGoesOnFromIt() {
    play(12);
    writer(here).turn();
    QueueSnapshot live = here.folded.state().snapshot();
    store.trim(Instance.QUEUE, 0);
    Instance next = instance();
    next.engine.load();
    assertThat(next.folded.state().snapshot()).isEqualTo(live);
    next.turn(next.enqueue("late").message());
    assertThat(log().getFirst().revision()).isEqualTo(live.head().revision() + 1);
  }

  @Test
  void whereNobodyCanTellTheLogIsRead() {
    play(11);
    writer(here).turn();
    Instance next = instance();
    next.log.refuse();
    next.engine.load();
    assertThat(next.seen).hasSameSizeAs(log());
    assertThat(next.folded.state().snapshot()).isEqualTo(folded());
  }
}
