package dev.pairtrail.application.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.application.CountedIds;
import dev.pairtrail.application.ManualClock;
import dev.pairtrail.application.Settings;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.rules.RuleSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A log that somebody trimmed who keeps no archive: what is left is all there is. */
final class TrimmedLogTest {
  private final ManualClock clock = new ManualClock();
  private final MemoryEventStore store = new MemoryEventStore(clock);
  private final CountedIds ids = new CountedIds();

  private Instance instance() {
    return new Instance(store, clock, ids, RuleSet.oneOnOne());
  }

  private void play(Instance instance, int players) {
    for (int i = 0; i < players; i++) {
      instance.turn(instance.enqueue("p-" + ids.newTicket().value()).message());
    }
  }

  private List<LogEntry> left() {
    return store.log(Instance.QUEUE).read(Position.START, 1_000);
  }

  /** It works, has lost nothing that it knew, and knows what is left. */
  private void worksOnWhatIsLeft(Instance instance) {
    assertThat(instance.engine.isReady()).isTrue();
    Instance.Sent sent = instance.enqueue("late");
    instance.turn(sent.message());
    assertThat(sent.isDone()).isTrue();
    assertThat(instance.losses.count()).isZero();
    QueueState whole = new QueueState(Instance.QUEUE, 100);
    left().forEach(whole::evolve);
    assertThat(instance.folded.state().snapshot()).isEqualTo(whole.snapshot());
  }

  @Test
  void anInstanceStartsWithWhatIsLeft() {
    play(instance().started(), 10);
    store.trim(Instance.QUEUE, 4);
    worksOnWhatIsLeft(instance().started());
  }

  @Test
  void anInstanceThatReadTheLogBeforeItsFirstEntryReadsWhatIsLeft() {
    Instance early = instance();
    early.engine.load();
    play(instance().started(), 10);
    store.trim(Instance.QUEUE, 4);
    early.turn();
    worksOnWhatIsLeft(early);
    assertThat(early.seen).startsWith(left().subList(0, 4).toArray(LogEntry[]::new));
  }

  /** Its comparison with the log is the first that it asks of it. */
  @Test
  void aLookReadsWhatIsLeft() {
    Instance early = instance();
    early.engine.load();
    play(instance().started(), 10);
    store.trim(Instance.QUEUE, 4);
    clock.advance(Settings.defaults().workers().claimEvery());
    early.turn();
    worksOnWhatIsLeft(early);
  }

  @Test
  void instancesBeginWhereALogWasEmptied() {
    play(instance().started(), 10);
    store.trim(Instance.QUEUE, 0);
    Instance one = instance();
    Instance other = instance();
    one.engine.load();
    other.engine.load();
    assertThat(other.folded.head()).isEqualTo(Head.START);
    one.turn();
    other.turn();
    assertThat(left()).extracting(LogEntry::revision).containsExactly(12L);
    worksOnWhatIsLeft(other);
    play(one, 1);
    assertThat(one.losses.count()).isZero();
  }
}
