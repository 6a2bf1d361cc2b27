package dev.pairtrail.application.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.adapters.memory.MemoryArchive;
import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.application.CountedIds;
import dev.pairtrail.application.ManualClock;
import dev.pairtrail.application.Retention;
import dev.pairtrail.application.port.Consumer;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.Segment;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** A log is archived before it is trimmed, and not trimmed further than anybody allows. */
final class RetentionTest {
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
  private final Trimmer trimmer = trimmer(count(20), archive);
  private Position derived = new Position(Long.MAX_VALUE, 0);

  private Retention count(long events) {
    return new Retention(OptionalLong.of(events), Optional.empty(), archive);
  }

  private Trimmer trimmer(Retention limits, MemoryArchive to) {
    Retention retention = new Retention(limits.maxEvents(), limits.maxAge(), to);
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
                derived),
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

  private static int turns(BooleanSupplier turn) {
    int turns = 0;
    while (turn.getAsBoolean()) {
      turns++;
    }
    return turns;
  }

  private List<LogEntry> left() {
    return log.read(Position.START, 10_000);
  }

  private List<LogEntry> archived() {
    List<LogEntry> all = new ArrayList<>();
    for (Segment segment : archive.segments(Instance.QUEUE)) {
      all.addAll(archive.read(Instance.QUEUE, segment));
    }
    return all;
  }

  @Test
  void whatIsNotInTheFeedsYetStays() {
    play(50);
    allIsDone();
    List<LogEntry> all = left();
    derived = all.get(9).position();
    turns(trimmer::turn);
    assertThat(left()).isEqualTo(all.subList(10, all.size()));
    derived = all.getLast().position();
    turns(trimmer::turn);
    assertThat(left()).hasSize(20);
  }

  @Test
  void whatIsBeyondTheNumberIsArchivedAndGoes() {
    play(50);
    List<LogEntry> all = left();
    allIsDone();
    assertThat(turns(trimmer::turn)).isEqualTo(8);
    assertThat(left()).hasSize(20);
    assertThat(archived()).isEqualTo(all.subList(0, all.size() - 20));
    assertThat(archive.segments(Instance.QUEUE)).allMatch(s -> s.count() <= SEGMENT);
    assertThat(trimmer.problem()).isEmpty();
  }

  @Test
  void aTenthMoreMayStaySoThatSegmentsAreNotTiny() {
    play(12);
    allIsDone();
    int before = left().size();
    assertThat(before).isEqualTo(19);
    here.turn(here.enqueue("a").message());
    here.turn(here.enqueue("b").message());
    allIsDone();
    assertThat(trimmer.turn()).isFalse();
    assertThat(left()).hasSize(21);
    here.turn(here.enqueue("c").message());
    here.turn(here.enqueue("d").message());
    allIsDone();
    assertThat(trimmer.turn()).isTrue();
    assertThat(left()).hasSize(20);
  }

  @Test
  void whatIsTooOldGoesAndTheLastEntryStays() {
    play(10);
    clock.advance(Duration.ofDays(20));
    play(10);
    allIsDone();
    Duration age = Duration.ofDays(30);
    Trimmer byAge =
        trimmer(new Retention(OptionalLong.empty(), Optional.of(age), archive), archive);
    int young = left().size() - 16;
    assertThat(byAge.turn()).isFalse();
    clock.advance(Duration.ofDays(14));
    turns(byAge::turn);
    assertThat(left()).hasSize(young);
    clock.advance(Duration.ofDays(90));
    turns(byAge::turn);
    assertThat(left()).hasSize(1);
  }

  @Test
  void withoutASnapshotNothingGoesAndOneIsAskedFor() {
    play(50);
    store.group(Instance.QUEUE, WORKERS).ensure();
    try (Consumer consumer = store.group(Instance.QUEUE, WORKERS).join("one")) {
      consumer.ack(consumer.read(10_000, Duration.ofSeconds(1)));
    }
    int all = left().size();
    assertThat(trimmer.turn()).isFalse();
    assertThat(left()).hasSize(all);
    assertThat(snapshots.turn()).isTrue();
    turns(trimmer::turn);
    assertThat(left()).hasSize(20);
  }

  /** F28: what a group has not done yet stays, however long the log gets. */
  @Test
  void aGroupThatLagsHoldsItsEntries() {
    play(50);
    List<LogEntry> all = left();
    allIsDone();
    store.removeGroup(Instance.QUEUE, WORKERS);
    store.group(Instance.QUEUE, WORKERS).ensure();
    try (Consumer consumer = store.group(Instance.QUEUE, WORKERS).join("slow")) {
      turns(trimmer::turn);
      assertThat(left()).isEqualTo(all);

      List<Position> read = consumer.read(30, Duration.ofSeconds(1));
      turns(trimmer::turn);
      assertThat(left()).as("delivered and pending").isEqualTo(all);

      consumer.ack(read.subList(0, 10));
      turns(trimmer::turn);
      assertThat(left()).isEqualTo(all.subList(10, all.size()));
    }
  }

  /** The trimming step asks one group; the store refuses for the sake of any other. */
  @Test
  void aGroupThatNobodyToldTheTrimmerOfHoldsItsEntriesToo() {
    play(50);
    allIsDone();
    store.group(Instance.QUEUE, "hooks").ensure();
    int all = left().size();
    turns(trimmer::turn);
    assertThat(left()).hasSize(all);
    store.removeGroup(Instance.QUEUE, "hooks");
    turns(trimmer::turn);
    assertThat(left()).hasSize(20);
  }

  /** F28: an archive that fails half way stops the trim; nothing is lost, and it goes on later. */
  @Test
  void anArchiveThatFailsHalfWayLosesNothing() {
    play(50);
    List<LogEntry> all = left();
    allIsDone();
    archive.fullAfter(3);
    turns(trimmer::turn);
    assertThat(trimmer.problem()).contains("full");
    assertThat(archived()).isEqualTo(all.subList(0, 3 * SEGMENT));
    assertThat(left()).isEqualTo(all.subList(3 * SEGMENT, all.size()));

    archive.fullAfter(1_000);
    turns(trimmer::turn);
    assertThat(trimmer.problem()).isEmpty();
    assertThat(left()).hasSize(20);
  }

  @Test
  void whatCannotBeReadBackIsNotTrimmed() {
    play(50);
    List<LogEntry> all = left();
    allIsDone();
    archive.damage(true);
    turns(trimmer::turn);
    assertThat(left()).isEqualTo(all);
    assertThat(trimmer.problem()).contains("damaged");
    archive.damage(false);
    turns(trimmer::turn);
    assertThat(left()).hasSize(20);
  }

  @Test
  void instancesThatArchiveInDifferentPlacesNoticeAndStop() {
    play(50);
    allIsDone();
    Trimmer there = trimmer(count(20), new MemoryArchive());
    assertThat(trimmer.turn()).isTrue();
    List<LogEntry> all = left();
    turns(there::turn);
    assertThat(there.problem()).contains("revision 1 to 7");
    assertThat(left()).isEqualTo(all);
    turns(trimmer::turn);
    assertThat(trimmer.problem()).isEmpty();
  }

  @Test
  void aLogThatWasBegunAnewIsNotMixedWithTheOldOne() {
    play(50);
    allIsDone();
    turns(trimmer::turn);
    List<LogEntry> before = archived();
    store.deleteAll(Instance.QUEUE);
    clock.advance(Duration.ofSeconds(1));
    play(60);
    allIsDone();
    turns(trimmer::turn);
    assertThat(trimmer.problem()).contains("not the one in the archive");
    assertThat(archived()).isEqualTo(before);
    Instance next =
        new Instance(store, clock, ids, RuleSet.oneOnOne(), Optional.of(archive)).started();
    QueueState alone = new QueueState(Instance.QUEUE, 100);
    left().forEach(alone::evolve);
    assertThat(next.folded.state().snapshot()).isEqualTo(alone.snapshot());
  }
}
