package dev.pairtrail.application.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.adapters.memory.MemoryArchive;
import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.adapters.memory.Replica;
import dev.pairtrail.application.CountedIds;
import dev.pairtrail.application.ManualClock;
import dev.pairtrail.application.Outcome;
import dev.pairtrail.application.Retention;
import dev.pairtrail.application.engine.Instance.Sent;
import dev.pairtrail.application.port.Archive;
import dev.pairtrail.application.port.Consumer;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.Segment;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A log that lost what is archived already: neither stands for the other any more. */
final class LostArchivedTest {
  private static final String WORKERS = "workers";
  private static final int SEGMENT = 7;

  private final ManualClock clock = new ManualClock();
  private final MemoryEventStore store = new MemoryEventStore(clock, 20);
  private final CountedIds ids = new CountedIds();
  private final MemoryArchive archive = new MemoryArchive();
  private final EventLog log = store.log(Instance.QUEUE);
  private final Instance here =
      new Instance(store, clock, ids, RuleSet.oneOnOne(), Optional.of(archive)).started();
  private final SnapshotWriter snapshots =
      new SnapshotWriter(
          store.snapshots(Instance.QUEUE),
          here.folded::head,
          () -> here.folded.state().snapshot(),
          1_000_000);
  private final Trimmer trimmer = trimmer();

  private Trimmer trimmer() {
    Retention retention = new Retention(OptionalLong.of(20), Optional.empty(), archive);
    return new Trimmer(
        Instance.QUEUE,
        log,
        retention,
        () ->
            new Keeping(
                retention,
                here.folded.head(),
                clock.instant(),
                store.snapshots(Instance.QUEUE).head().position(),
                Keeping.done(store.group(Instance.QUEUE, WORKERS).status()),
                new Position(Long.MAX_VALUE, 0)),
        snapshots::want,
        SEGMENT);
  }

  private void play(int players) {
    for (int i = 0; i < players; i++) {
      here.turn(here.enqueue("p-" + ids.newTicket().value()).message());
    }
    here.match(here.folded.head().position());
  }

  /** The group has read and done everything, and there is a snapshot of it. */
  private void allIsDone() {
    store.group(Instance.QUEUE, WORKERS).ensure();
    try (Consumer consumer = store.group(Instance.QUEUE, WORKERS).join("one")) {
      consumer.ack(consumer.read(10_000, Duration.ofSeconds(1)));
    }
    snapshots.want();
    snapshots.turn();
  }

  private List<LogEntry> left() {
    return log.read(Position.START, 10_000);
  }

  /**
   * A failover may lose what was archived a moment before. Then the archive has entries that are
   * not in the log, and neither stands for the other.
   */
  @Test
  void aLogThatLostWhatIsArchivedIsNotContinuedWithIt() {
    play(16);
    Replica behind = store.replica(Instance.QUEUE);
    play(34);
    allIsDone();
    while (lastArchived() <= 29) {
      assertThat(trimmer.turn()).isTrue();
    }
    failOver(behind);

    Sent sent = here.enqueue("late");
    here.turn(sent.message());
    assertThat(sent.outcome()).isInstanceOf(Outcome.Unavailable.class);
    assertThat(here.engine.isReady()).isFalse();

    trimmer.turn();
    assertThat(trimmer.problem()).contains("has lost entries").contains("duel-22 and those after");
    assertThat(left()).hasSize(26);

    archive.removeFrom(Instance.QUEUE, 22);
    Instance anew = instance(Optional.of(archive)).started();
    assertThat(anew.engine.isReady()).isTrue();
    assertThat(anew.folded.state().snapshot()).isEqualTo(folded(left()).snapshot());
    trimmer.turn();
    assertThat(trimmer.problem()).isEmpty();
  }

  /**
   * A replica that had got neither the trim nor what came after the segment has nothing that is not
   * archived. Without an entry the log would pass for one that is gone, and be begun anew.
   */
  @Test
  void aLogThatEndsWithASegmentKeepsItsLastEntry() {
    for (int i = 0; i < SEGMENT - 1; i++) {
      here.turn(here.enqueue("early-" + i).message());
    }
    List<LogEntry> early = left();
    assertThat(early).hasSize(SEGMENT);
    allIsDone();
    Replica behind = store.replica(Instance.QUEUE);
    play(34);
    allIsDone();
    assertThat(trimmer.turn()).isTrue();
    assertThat(lastArchived()).isEqualTo(SEGMENT);

    store.failOver(Instance.QUEUE, behind);
    clock.advance(Duration.ofSeconds(1));
    assertThat(trimmer.turn()).isFalse();
    assertThat(left()).isEqualTo(early);

    Instance next = instance(Optional.of(archive));
    next.engine.load();
    assertThat(next.folded.state().snapshot()).isEqualTo(folded(early).snapshot());
    next.turn(next.enqueue("late").message());
    assertThat(trimmer.turn()).isTrue();
    assertThat(left().getFirst().revision()).isEqualTo(SEGMENT + 1);
  }

  private long lastArchived() {
    List<Segment> segments = archive.segments(Instance.QUEUE);
    return segments.isEmpty() ? 0 : segments.getLast().lastRevision();
  }

  /** The replica takes over, and somebody who keeps no archive goes on before anybody looks. */
  private void failOver(Replica replica) {
    store.failOver(Instance.QUEUE, replica);
    clock.advance(Duration.ofSeconds(1));
    Instance other = instance(Optional.empty()).started();
    other.turn(other.enqueue("new").message());
  }

  private Instance instance(Optional<Archive> from) {
    return new Instance(store, clock, ids, RuleSet.oneOnOne(), from);
  }

  private static QueueState folded(List<LogEntry> log) {
    QueueState state = new QueueState(Instance.QUEUE, 100);
    log.forEach(state::evolve);
    return state;
  }
}
