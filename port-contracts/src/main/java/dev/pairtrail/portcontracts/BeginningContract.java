package dev.pairtrail.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.AppendResult;
import dev.pairtrail.application.port.AppendResult.Appended;
import dev.pairtrail.application.port.AppendResult.Conflict;
import dev.pairtrail.application.port.AppendResult.TooFarBehind;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.NewEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Writers that have read nothing: they are held against all that a log ever had, or not at all. */
abstract class BeginningContract extends StoreSuite {
  @Test
  void whereNothingWasRemovedTheyMayWrite() {
    writer().write(Samples.tickets(5));
    assertThat(firstAppend(5)).isInstanceOf(Conflict.class);
    Appended appended = Writer.appended(firstAppend(9));
    assertThat(appended.missed()).hasSize(5).isEqualTo(readAll().subList(0, 5));
    assertThat(appended.firstRevision()).isEqualTo(6);
  }

  @Test
  void whatWasRemovedMightConflict() {
    writer().write(Samples.tickets(5));
    underTest().trim(QUEUE, 2);
    assertThat(firstAppend(1)).as("removed").isInstanceOf(TooFarBehind.class);
    assertThat(firstAppend(5)).as("left").isInstanceOf(TooFarBehind.class);
    assertThat(firstAppend(9)).as("in neither").isInstanceOf(TooFarBehind.class);
    assertThat(readAll()).hasSize(2);
  }

  /** What is missed would be told with a gap. */
  @Test
  void noneOfThemIsToldWhatItMissed() {
    writer().write(Samples.tickets(5));
    underTest().trim(QUEUE, 4);
    AppendCondition nothing = new AppendCondition(Head.START, Set.of());
    assertThat(log().append(List.of(), nothing)).isInstanceOf(TooFarBehind.class);
    assertThat(log().append(Samples.tickets(1), nothing)).isInstanceOf(TooFarBehind.class);
    assertThat(readAll()).hasSize(4);
  }

  @Test
  void theyMayWriteOnceTheyHaveReadWhatIsLeft() {
    Writer late = new Writer(log());
    writer().write(Samples.tickets(5));
    underTest().trim(QUEUE, 2);
    assertThat(late.appendOnItsTags(Samples.ticket(9))).isInstanceOf(TooFarBehind.class);
    late.catchUp();
    assertThat(Writer.appended(late.appendOnItsTags(Samples.ticket(9))).firstRevision())
        .isEqualTo(6);
  }

  /** As where a request arrives late whose repetition was long since done, and trimmed. */
  @Test
  void theFirstAppendOfAllLandsOnce() {
    NewEvent first = Samples.ticket(1);
    AppendCondition condition = new AppendCondition(Head.START, first.tags());
    Position position =
        Writer.appended(log().append(List.of(first), condition)).positions().getFirst();
    writer().catchUp();
    writer().write(Samples.tickets(3));
    log().trim(position);
    assertThat(log().append(List.of(first), condition)).isInstanceOf(TooFarBehind.class);
    assertThat(readAll()).extracting(LogEntry::revision).containsExactly(2L, 3L, 4L);
  }

  /** Their number cannot tell that others were before them. */
  @Test
  void entriesOfOtherProgramsMayHaveFollowedWhatWasRemoved() {
    writer().write(Samples.ticket(1));
    underTest().appendForeign(QUEUE, Samples.enqueued(2));
    underTest().appendUnreadable(QUEUE, Map.of("hello", "world"));
    assertThat(firstAppend(1)).isInstanceOf(Conflict.class);
    underTest().trim(QUEUE, 2);
    assertThat(firstAppend(1)).isInstanceOf(TooFarBehind.class);
    assertThat(readAll()).hasSize(2);
  }

  @Test
  void entriesOfOtherProgramsAreNoneTheLessTheBeginning() {
    underTest().appendForeign(QUEUE, Samples.enqueued(1));
    underTest().appendForeign(QUEUE, Samples.enqueued(2));
    Appended appended = Writer.appended(firstAppend());
    assertThat(appended.missed()).hasSize(2).isEqualTo(readAll().subList(0, 2));
  }

  /** Nothing is left to be read first; who comes next has to read this. */
  @Test
  void aLogThatWasEmptiedTakesOneOfThem() {
    writer().write(Samples.tickets(3));
    underTest().trim(QUEUE, 0);
    Writer.appended(firstAppend(1));
    assertThat(firstAppend(1)).isInstanceOf(TooFarBehind.class);
    assertThat(readAll()).extracting(LogEntry::revision).containsExactly(4L);
    Writer next = new Writer(log());
    next.catchUp();
    Writer.appended(next.appendOnItsTags(Samples.ticket(2)));
    assertThat(readAll()).extracting(LogEntry::revision).containsExactly(4L, 5L);
  }

  @Test
  void aLogThatWasBegunAnewHasItsBeginning() {
    writer().write(Samples.tickets(3));
    underTest().trim(QUEUE, 1);
    underTest().deleteAll(QUEUE);
    Writer.appended(firstAppend(1));
    Writer.appended(firstAppend(2));
    assertThat(readAll()).extracting(LogEntry::revision).containsExactly(1L, 2L);
  }

  /** Appends something that no test asks for, unless these tickets were ever touched. */
  private AppendResult firstAppend(Integer... tickets) {
    Set<Tag> tags = Set.copyOf(List.of(tickets).stream().map(Samples::tag).toList());
    return log().append(List.of(Samples.ticket(777)), new AppendCondition(Head.START, tags));
  }
}
