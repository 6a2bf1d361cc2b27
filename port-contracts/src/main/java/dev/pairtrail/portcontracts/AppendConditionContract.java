package dev.pairtrail.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.AppendResult;
import dev.pairtrail.application.port.AppendResult.Appended;
import dev.pairtrail.application.port.AppendResult.Conflict;
import dev.pairtrail.domain.EventId;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.domain.event.RecordedEvent;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An append holds only if nothing that came after its head touches its tags. */
abstract class AppendConditionContract extends StoreSuite {
  private static final int THREADS = 8;
  private static final int ROUNDS = 20;

  @Test
  void conflictsWithAnEventAfterTheHeadThatSharesATag() {
    Writer late = new Writer(log());
    writer().write(Samples.ticket(1));
    AppendResult result =
        late.append(List.of(Samples.ticket(2)), Set.of(Samples.tag(2), Samples.tag(1)));
    assertThat(result).isInstanceOf(Conflict.class);
    assertThat(readAll()).hasSize(1);
  }

  @Test
  void conflictsWithAnyOfTheTagsOfAnEvent() {
    Writer late = new Writer(log());
    writer().write(Samples.ticket(1));
    Set<Tag> player = Set.of(Tag.player(new PlayerId("player-1")));
    assertThat(late.append(List.of(Samples.ticket(2)), player)).isInstanceOf(Conflict.class);
  }

  @Test
  void conflictsWithAnyEventOfABatch() {
    Writer late = new Writer(log());
    writer().write(Samples.tickets(5));
    for (int i = 1; i <= 5; i++) {
      assertThat(late.appendOnItsTags(Samples.ticket(i))).isInstanceOf(Conflict.class);
    }
  }

  @Test
  void doesNotConflictWithOtherTags() {
    Writer late = new Writer(log());
    writer().write(Samples.ticket(1));
    Appended appended = Writer.appended(late.appendOnItsTags(Samples.ticket(11)));
    assertThat(positions(readAll())).hasSize(2).endsWith(appended.positions().getLast());
  }

  @Test
  void doesNotConflictWithATagThatOnlyBeginsAlike() {
    Writer late = new Writer(log());
    writer().write(Samples.ticket(12));
    Writer.appended(late.append(List.of(Samples.ticket(2)), Set.of(Samples.tag(1))));
    Writer.appended(late.append(List.of(Samples.ticket(3)), Set.of(new Tag("icket-12"))));
    assertThat(readAll()).hasSize(3);
  }

  @Test
  void doesNotConflictWithWhatTheHeadKnows() {
    writer().write(Samples.ticket(1));
    Writer.appended(writer().appendOnItsTags(Samples.ticket(1)));
    assertThat(readAll()).hasSize(2);
    assertThat(writer().appendOnItsTags(Samples.ticket(1))).isInstanceOf(Conflict.class);
  }

  @Test
  void withoutTagsNothingConflicts() {
    Writer late = new Writer(log());
    writer().write(Samples.newEvent(Set.of(), Samples.enqueued(1)), Samples.ticket(2));
    Writer.appended(late.append(List.of(Samples.ticket(1)), Set.of()));
    assertThat(readAll()).hasSize(3);
  }

  @Test
  void anEventWithoutTagsConflictsWithEverything() {
    Writer late = new Writer(log());
    writer().write(Samples.newEvent(Set.of(), Samples.enqueued(1)));
    assertThat(late.appendOnItsTags(Samples.ticket(2))).isInstanceOf(Conflict.class);
  }

  @Test
  void anAppendOfNothingAsksTheCondition() {
    Writer late = new Writer(log());
    writer().write(Samples.ticket(1));
    assertThat(late.append(List.of(), Set.of(Samples.tag(1)))).isInstanceOf(Conflict.class);
    Appended appended = Writer.appended(late.append(List.of(), Set.of(Samples.tag(2))));
    assertThat(appended.positions()).isEmpty();
    assertThat(appended.missed()).isEqualTo(readAll());
  }

  @Test
  void aConflictTellsEveryMissedEntry() {
    writer().write(Samples.tickets(5));
    Head head = writer().head();
    writer().write(Samples.tickets(100));
    AppendResult result = appendAfter(head, Set.of(Samples.tag(100)));
    assertThat(Writer.missedInConflict(result)).hasSize(100).isEqualTo(readAll().subList(5, 105));
  }

  @Test
  void anAppendTellsEveryMissedEntry() {
    writer().write(Samples.tickets(5));
    Head head = writer().head();
    writer().write(Samples.tickets(100));
    Appended appended = Writer.appended(appendAfter(head, Set.of(Samples.tag(999))));
    assertThat(appended.missed()).hasSize(100).isEqualTo(readAll().subList(5, 105));
    assertThat(appended.firstRevision()).isEqualTo(106);
  }

  @Test
  void nothingIsMissedRightAfterTheHead() {
    writer().write(Samples.ticket(1));
    Appended appended = Writer.appended(writer().appendOnItsTags(Samples.ticket(2)));
    assertThat(appended.missed()).isEmpty();
    assertThat(readAll()).extracting(LogEntry::revision).containsExactly(1L, 2L);
  }

  private AppendResult appendAfter(Head head, Set<Tag> tags) {
    return log().append(List.of(Samples.ticket(0)), new AppendCondition(head, tags));
  }

  @Test
  void aRepeatedAppendConflictsWithItself() {
    List<NewEvent> events = List.of(Samples.ticket(1), Samples.ticket(2));
    Set<Tag> tags = Set.of(Samples.tag(1));
    Writer.appended(writer().append(events, tags));
    List<LogEntry> missed = Writer.missedInConflict(writer().append(events, tags));
    assertThat(missed)
        .extracting(AppendConditionContract::idOf)
        .isEqualTo(events.stream().map(event -> event.metadata().id()).toList());
    assertThat(readAll()).hasSize(2);
  }

  private static EventId idOf(LogEntry entry) {
    assertThat(entry).isInstanceOf(RecordedEvent.class);
    return ((RecordedEvent) entry).metadata().orElseThrow().id();
  }

  @Test
  void nothingOfABatchIsAppendedOnConflict() {
    Writer late = new Writer(log());
    writer().write(Samples.ticket(50));
    AppendResult result = late.append(Samples.tickets(100), Set.of(Samples.tag(50)));
    assertThat(result).isInstanceOf(Conflict.class);
    assertThat(readAll()).hasSize(1);
  }

  @Test
  void ofAppendsThatCompeteExactlyOneWins() {
    for (int round = 1; round <= ROUNDS; round++) {
      AppendCondition condition = writer().condition(Set.of(Samples.tag(7)));
      List<AppendResult> results =
          Together.run(THREADS, _ -> () -> log().append(List.of(Samples.ticket(7)), condition));
      assertThat(results).filteredOn(Appended.class::isInstance).hasSize(1);
      assertThat(results).filteredOn(Conflict.class::isInstance).hasSize(THREADS - 1);
      assertThat(readAll()).hasSize(round);
      writer().catchUp();
    }
  }

  @Test
  void appendsThatDoNotOverlapAllSucceed() {
    AppendCondition[] conditions = new AppendCondition[THREADS];
    for (int thread = 0; thread < THREADS; thread++) {
      conditions[thread] = writer().condition(Set.of(Samples.tag(thread)));
    }
    List<AppendResult> results =
        Together.run(
            THREADS,
            thread -> () -> log().append(List.of(Samples.ticket(thread)), conditions[thread]));
    assertThat(results).hasOnlyElementsOfType(Appended.class);
    List<LogEntry> all = readAll();
    assertThat(all).hasSize(THREADS);
    for (AppendResult result : results) {
      Appended appended = Writer.appended(result);
      int missed = (int) appended.firstRevision() - 1;
      assertThat(appended.missed()).isEqualTo(all.subList(0, missed));
      assertThat(appended.positions()).containsExactly(all.get(missed).position());
    }
  }
}
