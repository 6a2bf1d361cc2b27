package dev.pairtrail.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.application.port.AppendResult.Conflict;
import dev.pairtrail.application.port.Consumer;
import dev.pairtrail.domain.event.EventTags;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.UnreadableEntry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Entries that another program wrote to a log. */
abstract class ForeignEntryContract extends GroupSuite {
  private static final Map<String, String> NO_EVENT = Map.of("hello", "wörld", "n", "{\"a\":1");

  @Test
  void anEventOfAnotherProgramIsRead() {
    underTest().appendForeign(QUEUE, Samples.enqueued(1));
    LogEntry entry = first(readAll());
    assertThat(entry).isInstanceOf(RecordedEvent.class);
    RecordedEvent recorded = (RecordedEvent) entry;
    assertThat(recorded.event()).isEqualTo(Samples.enqueued(1));
    assertThat(recorded.tags()).isEqualTo(EventTags.of(Samples.enqueued(1)));
    assertThat(recorded.metadata()).isEmpty();
    assertThat(recorded.revision()).isZero();
  }

  @Test
  void whatIsNoEventIsKept() {
    underTest().appendUnreadable(QUEUE, NO_EVENT);
    LogEntry entry = first(readAll());
    assertThat(entry).isInstanceOf(UnreadableEntry.class);
    UnreadableEntry unreadable = (UnreadableEntry) entry;
    assertThat(unreadable.fields()).isEqualTo(NO_EVENT);
    assertThat(unreadable.reason()).isNotBlank();
    assertThat(unreadable.tags()).isEmpty();
    assertThat(unreadable.revision()).isZero();
  }

  @Test
  void anEventOfAnotherProgramConflictsWithEverything() {
    underTest().appendForeign(QUEUE, Samples.enqueued(1));
    assertThat(writer().appendOnItsTags(Samples.ticket(2))).isInstanceOf(Conflict.class);
  }

  @Test
  void whatIsNoEventConflictsWithEverything() {
    underTest().appendUnreadable(QUEUE, NO_EVENT);
    assertThat(writer().appendOnItsTags(Samples.ticket(2))).isInstanceOf(Conflict.class);
  }

  @Test
  void foreignEntriesAreMissedLikeAnyOther() {
    writeAmongOthers();
    List<LogEntry> missed =
        Writer.appended(writer().append(List.of(Samples.ticket(1)), Set.of())).missed();
    assertThat(missed).hasSize(4).isEqualTo(readAll().subList(0, 4));
  }

  @Test
  void foreignEntriesAreCounted() {
    writeAmongOthers();
    writer().write(Samples.ticket(5));
    assertThat(readAll()).extracting(LogEntry::revision).containsExactly(0L, 2L, 0L, 0L, 5L);
  }

  @Test
  void aForeignEntryCanBeTheHead() {
    writeAmongOthers();
    writer().catchUp();
    assertThat(writer().head().revision()).isEqualTo(4);
    Writer.appended(writer().appendOnItsTags(Samples.ticket(5)));
    assertThat(readAll()).hasSize(5);
  }

  @Test
  void foreignEntriesAreDeliveredToGroups() {
    writeAmongOthers();
    try (Consumer consumer = join("a")) {
      assertThat(consumer.read(10, LONG)).hasSize(4).isEqualTo(positions(readAll()));
    }
  }

  /** Entries one, three and four are foreign; the writer knows none of the four. */
  private void writeAmongOthers() {
    underTest().appendForeign(QUEUE, Samples.enqueued(1));
    new Writer(log()).write(Samples.ticket(2));
    underTest().appendUnreadable(QUEUE, NO_EVENT);
    underTest().appendForeign(QUEUE, Samples.enqueued(4));
  }
}
