package dev.pairtrail.application.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pairtrail.adapters.memory.MemoryArchive;
import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.application.ArchiveException;
import dev.pairtrail.application.CountedIds;
import dev.pairtrail.application.ManualClock;
import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.AppendResult;
import dev.pairtrail.application.port.Archive;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.Segment;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.queue.QueueSnapshot;
import dev.pairtrail.domain.rules.RuleSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who reads a log that was archived and trimmed sees what they would see of the whole. */
final class ArchivedLogTest {
  private static final int SEGMENT = 10;

  private final ManualClock clock = new ManualClock();
  private final MemoryEventStore store = new MemoryEventStore(clock, 20);
  private final CountedIds ids = new CountedIds();
  private final MemoryArchive archive = new MemoryArchive();
  private final EventLog raw = store.log(Instance.QUEUE);
  private final EventLog log = new ArchivedLog(raw, new ArchivedEntries(Instance.QUEUE, archive));
  private final Instance here = instance().started();

  /** Sees nothing of what follows until it is its turn. */
  private final Instance paused = instance().started();

  private List<LogEntry> all = List.of();

  private Instance instance() {
    return new Instance(store, clock, ids, RuleSet.oneOnOne(), Optional.of(archive));
  }

  @BeforeEach
  void play() {
    for (int i = 0; i < 40; i++) {
      here.turn(here.enqueue("p-" + i).message());
    }
    here.match(here.folded.head().position());
    all = raw.read(Position.START, 1_000);
    assertThat(all).hasSize(61);
  }

  private void archive(int segments) {
    for (int i = 0; i < segments; i++) {
      archive.write(Instance.QUEUE, i * 10 + 1, all.subList(i * SEGMENT, (i + 1) * SEGMENT));
    }
  }

  private void trim(int entries) {
    raw.trim(all.get(entries - 1).position());
  }

  @Test
  void theBorderIsNotSeenWhereverItIsAndWhereverTheReadBegins() {
    archive(3);
    for (int trimmed = 0; trimmed <= 30; trimmed++) {
      if (trimmed > 0) {
        trim(trimmed);
      }
      for (int after = 0; after <= all.size(); after++) {
        Position from = after == 0 ? Position.START : all.get(after - 1).position();
        for (int limit : new int[] {1, 9, 10, 11, 100}) {
          assertThat(log.read(from, limit))
              .as("%d trimmed, after %d, limit %d", trimmed, after, limit)
              .isEqualTo(all.subList(after, Math.min(all.size(), after + limit)));
        }
      }
    }
  }

  /** As a time is. */
  @Test
  void aReadMayBeginBetweenTwoEntries() {
    archive(3);
    trim(30);
    Position between = new Position(all.getFirst().position().millis(), 7_000);
    assertThat(all.getLast().position().millis()).isEqualTo(between.millis());
    assertThat(log.read(between, 10)).isEmpty();
    Position before = new Position(between.millis() - 1, 0);
    assertThat(log.read(before, 100)).isEqualTo(all);
  }

  @Test
  void whatIsArchivedAndTrimmedBetweenTwoReadsIsNotMissed() {
    archive(1);
    trim(10);
    List<LogEntry> first = log.read(Position.START, 12);
    archive(3);
    trim(30);
    assertThat(log.read(first.getLast().position(), 100)).isEqualTo(all.subList(12, all.size()));
  }

  @Test
  void aStateIsFoldedFromTheFirstEntryAcrossTheBorder() {
    QueueSnapshot live = here.folded.state().snapshot();
    archive(4);
    trim(40);
    Instance next = instance();
    next.engine.load();
    assertThat(next.folded.state().snapshot()).isEqualTo(live);
    assertThat(next.seen).isEqualTo(all);
  }

  @Test
  void aSnapshotThatIsOlderThanTheLogGoesOnInTheArchive() {
    QueueSnapshot live = here.folded.state().snapshot();
    Instance early = instance();
    early.folded.fold(all.subList(0, 15));
    store.snapshots(Instance.QUEUE).write(early.folded.state().snapshot());
    archive(4);
    trim(40);
    Instance next = instance();
    next.engine.load();
    assertThat(next.folded.state().snapshot()).isEqualTo(live);
    assertThat(next.seen).isEqualTo(all.subList(15, all.size()));
  }

  @Test
  void aWriterWhoseHeadWasTrimmedReadsOnAndWrites() {
    archive(4);
    trim(40);
    Instance.Sent sent = paused.enqueue("late");
    paused.turn(sent.message());
    assertThat(sent.isDone()).isTrue();
    assertThat(paused.seen).startsWith(all.toArray(LogEntry[]::new));
    assertThat(ask(new Head(all.get(14).position(), 15)))
        .isInstanceOf(AppendResult.TooFarBehind.class);
    assertThat(ask(new Head(all.get(14).position(), 16)))
        .as("a head of another history")
        .isInstanceOf(AppendResult.Diverged.class);
    assertThat(ask(new Head(all.get(39).position(), 40)))
        .as("the last one that was trimmed")
        .isInstanceOfAny(AppendResult.Appended.class, AppendResult.TooFarBehind.class);
  }

  /** As one whose first reads failed; the store would give it the rest for the whole. */
  @Test
  void aWriterThatHasReadNothingBeginsInTheArchive() {
    archive(6);
    trim(60);
    assertThat(ask(Head.START)).isInstanceOf(AppendResult.TooFarBehind.class);
  }

  /** Neither the archive nor the log alone has what it would have to be held against. */
  @Test
  void aFirstAppendDuringWhichTheBeginningGoesReadsOn() {
    FaultyLog slow =
        new FaultyLog(raw)
            .before(() -> {
              archive(5);
              trim(50);
            });
    EventLog there = new ArchivedLog(slow, new ArchivedEntries(Instance.QUEUE, archive));
    RecordedEvent rules = (RecordedEvent) all.getFirst();
    NewEvent again = new NewEvent(rules.metadata().orElseThrow(), rules.tags(), rules.event());
    assertThat(there.append(List.of(again), new AppendCondition(Head.START, rules.tags())))
        .isInstanceOf(AppendResult.TooFarBehind.class);
    assertThat(there.read(Position.START, 1_000)).isEqualTo(all);
  }

  private AppendResult ask(Head head) {
    return log.append(List.of(), new AppendCondition(head, Set.of()));
  }

  @Test
  void aDamagedSegmentIsAnErrorAndNoGap() {
    archive(3);
    trim(30);
    archive.damage(true);
    assertThatThrownBy(() -> log.read(Position.START, 10)).isInstanceOf(ArchiveException.class);
    assertThat(log.read(all.get(40).position(), 100)).isEqualTo(all.subList(41, all.size()));
  }

  @Test
  void whatIsInNeitherIsAnErrorAndNoGap() {
    archive(2);
    trim(30);
    assertThatThrownBy(() -> log.read(Position.START, 10))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("revision 21 to 30");
  }

  @Test
  void aReadNearTheHeadLooksAtNoArchive() {
    archive(3);
    trim(30);
    EventLog unseen = new ArchivedLog(raw, new ArchivedEntries(Instance.QUEUE, new Untouched()));
    assertThat(unseen.read(all.get(50).position(), 5)).isEqualTo(all.subList(51, 56));
    assertThat(unseen.read(all.getLast().position(), 5)).isEmpty();
  }

  /** An archive that nobody may look at. */
  private record Untouched() implements Archive {
    @Override
    public List<Segment> segments(QueueName queue) {
      throw new AssertionError("the archive was looked at");
    }

    @Override
    public Segment write(QueueName queue, long firstRevision, List<LogEntry> entries) {
      throw new AssertionError("the archive was written to");
    }

    @Override
    public List<LogEntry> read(QueueName queue, Segment segment) {
      throw new AssertionError("the archive was read");
    }

    @Override
    public String place() {
      return "nowhere";
    }
  }
}
