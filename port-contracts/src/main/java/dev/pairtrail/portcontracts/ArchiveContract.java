package dev.pairtrail.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pairtrail.application.ArchiveException;
import dev.pairtrail.application.port.Archive;
import dev.pairtrail.application.port.Segment;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.UnreadableEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every archive does: it keeps segments exactly, once, and without a gap between them. */
public abstract class ArchiveContract {
  private static final QueueName QUEUE = new QueueName("duel");
  private static final QueueName OTHER_QUEUE = new QueueName("duel-000000000001");

  private Archive archive;

  protected ArchiveContract() {}

  /** An archive without any segment, for one test. */
  protected abstract Archive open();

  /** What was opened, as another instance that shares it opens it. */
  protected abstract Archive openAgain();

  /** Damages the content of a segment. */
  protected abstract void damage(Segment segment);

  @BeforeEach
  final void openArchive() {
    archive = open();
  }

  @Test
  void everyKindOfEntryComesBackExactly() {
    List<LogEntry> entries = new ArrayList<>();
    for (var event : EveryEvent.list()) {
      NewEvent added = Samples.newEvent(event);
      long revision = entries.size() + 1L;
      entries.add(
          new RecordedEvent(
              new Position(1_795_326_928_712L, revision),
              revision,
              added.tags(),
              Optional.of(added.metadata()),
              event));
    }
    Position next = new Position(1_795_326_928_713L, 0);
    entries.add(new RecordedEvent(next, 0, Set.of(), Optional.empty(), Samples.enqueued(1)));
    Map<String, String> fields = Map.of("event", "{\"broken\" \n \u0000 ü", "", "x y", "rev", "99");
    entries.add(new UnreadableEntry(new Position(next.millis(), 1), 99, Set.of(), "why", fields));
    Segment written = archive.write(QUEUE, 1, entries);
    assertThat(archive.read(QUEUE, written)).isEqualTo(entries);
    assertThat(openAgain().read(QUEUE, written)).isEqualTo(entries);
  }

  @Test
  void segmentsFollowEachOther() {
    Segment first = archive.write(QUEUE, 1, entries(1, 3));
    Segment second = archive.write(QUEUE, 4, entries(4, 4));
    assertThat(archive.segments(QUEUE)).containsExactly(first, second);
    assertThat(openAgain().segments(QUEUE)).containsExactly(first, second);
    assertThat(first.first()).isEqualTo(position(1));
    assertThat(first.last()).isEqualTo(position(3));
    assertThat(first.lastRevision()).isEqualTo(3);
    assertThat(second.count()).isEqualTo(1);
  }

  @Test
  void theFirstSegmentNeedNotBeginWithTheLog() {
    Segment only = archive.write(QUEUE, 40, entries(40, 45));
    assertThat(openAgain().segments(QUEUE)).containsExactly(only);
  }

  @Test
  void whatIsThereIsNotWrittenAgain() {
    Segment first = archive.write(QUEUE, 1, entries(1, 3));
    archive.write(QUEUE, 4, entries(4, 6));
    assertThat(openAgain().write(QUEUE, 1, entries(1, 3))).isEqualTo(first);
    assertThat(archive.segments(QUEUE)).hasSize(2);
  }

  @Test
  void anotherInItsPlaceIsAnError() {
    archive.write(QUEUE, 1, entries(1, 3));
    assertThatThrownBy(() -> archive.write(QUEUE, 1, entries(1, 4)))
        .isInstanceOf(ArchiveException.class);
    assertThat(archive.read(QUEUE, archive.segments(QUEUE).getFirst())).isEqualTo(entries(1, 3));
  }

  @Test
  void aGapIsAnError() {
    archive.write(QUEUE, 1, entries(1, 3));
    assertThatThrownBy(() -> archive.write(QUEUE, 5, entries(5, 6)))
        .isInstanceOf(ArchiveException.class);
    assertThatThrownBy(() -> archive.write(QUEUE, 4, entries(3, 4)))
        .isInstanceOf(ArchiveException.class);
    assertThat(archive.segments(QUEUE)).hasSize(1);
  }

  @Test
  void eachQueueHasItsOwn() {
    archive.write(QUEUE, 1, entries(1, 3));
    assertThat(archive.segments(OTHER_QUEUE)).isEmpty();
    Segment other = archive.write(OTHER_QUEUE, 7, entries(7, 9));
    assertThat(openAgain().segments(OTHER_QUEUE)).containsExactly(other);
    assertThat(openAgain().segments(QUEUE)).hasSize(1);
  }

  @Test
  void damageIsAnErrorThatNamesTheSegment() {
    archive.write(QUEUE, 1, entries(1, 3));
    Segment second = archive.write(QUEUE, 4, entries(4, 6));
    damage(second);
    assertThatThrownBy(() -> openAgain().read(QUEUE, second))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining(second.file());
  }

  @Test
  void ofInstancesThatWriteTheSameEachSucceedsAndOneWrites() {
    List<Segment> written = Together.run(8, _ -> () -> openAgain().write(QUEUE, 1, entries(1, 50)));
    assertThat(written).hasSize(8).containsOnly(written.getFirst());
    assertThat(archive.segments(QUEUE)).containsExactly(written.getFirst());
  }

  /** Of different ones, one is there afterwards, whole; the others were told. */
  @Test
  void ofInstancesThatWriteDifferentOnesOneSucceeds() {
    List<Boolean> told = Together.run(8, i -> () -> wrote(openAgain(), 10 + i));
    assertThat(told).containsOnlyOnce(true);
    Segment only = archive.segments(QUEUE).getFirst();
    assertThat(archive.segments(QUEUE)).containsExactly(only);
    assertThat(archive.read(QUEUE, only)).isEqualTo(entries(1, (int) only.lastRevision()));
  }

  private static boolean wrote(Archive to, int last) {
    try {
      to.write(QUEUE, 1, entries(1, last));
      return true;
    } catch (ArchiveException e) {
      return false;
    }
  }

  private static Position position(long revision) {
    return new Position(1_795_326_928_000L + revision, 0);
  }

  private static List<LogEntry> entries(int first, int last) {
    List<LogEntry> entries = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      entries.add(
          new RecordedEvent(
              position(i), i, Set.of(Samples.tag(i)), Optional.empty(), Samples.enqueued(i)));
    }
    return entries;
  }
}
