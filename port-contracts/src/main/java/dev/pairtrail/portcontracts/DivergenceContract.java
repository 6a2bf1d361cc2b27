package dev.pairtrail.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.AppendResult;
import dev.pairtrail.application.port.AppendResult.Appended;
import dev.pairtrail.application.port.AppendResult.Diverged;
import dev.pairtrail.application.port.AppendResult.TooFarBehind;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Writers whose head is far from the end of the log, or not in it any more. */
abstract class DivergenceContract extends StoreSuite {
  @Test
  void isNotTooFarBehindAtTheLimit() {
    writer().write(Samples.ticket(0));
    Head head = writer().head();
    writer().writeTickets(underTest().mostMissed());
    List<LogEntry> missed = Writer.missedInConflict(appendAfter(head, 1));
    assertThat(missed)
        .hasSize(underTest().mostMissed())
        .isEqualTo(readAll().stream().skip(1).toList());
  }

  @Test
  void isTooFarBehindOneEntryLater() {
    writer().write(Samples.ticket(0));
    Head head = writer().head();
    writer().writeTickets(underTest().mostMissed() + 1);
    assertThat(appendAfter(head, 999_999)).isInstanceOf(TooFarBehind.class);
    assertThat(readAll()).hasSize(underTest().mostMissed() + 2);
  }

  @Test
  void isFineAgainAfterReadingOn() {
    Writer behind = new Writer(log());
    writer().writeTickets(underTest().mostMissed() + 1);
    assertThat(behind.appendOnItsTags(Samples.ticket(1))).isInstanceOf(TooFarBehind.class);
    behind.catchUp();
    Appended appended = Writer.appended(behind.appendOnItsTags(Samples.ticket(1)));
    assertThat(appended.missed()).isEmpty();
    assertThat(appended.firstRevision()).isEqualTo(underTest().mostMissed() + 2L);
  }

  @Test
  void aLogThatWasWrittenAnewIsAnother() {
    writer().write(Samples.tickets(3));
    Head head = writer().head();
    underTest().deleteAll(QUEUE);
    Position anew = new Writer(log()).write(Samples.ticket(9)).getLast();
    assertThat(appendAfter(head, 1)).isEqualTo(new Diverged(anew));
    assertThat(readAll()).hasSize(1);
  }

  @Test
  void aLogThatIsGoneIsAnother() {
    writer().write(Samples.tickets(3));
    Head head = writer().head();
    underTest().deleteAll(QUEUE);
    assertThat(appendAfter(head, 1)).isInstanceOf(Diverged.class);
    assertThat(readAll()).isEmpty();
  }

  @Test
  void aLogThatIsLongerButHasNotTheHeadIsAnother() {
    writer().write(Samples.tickets(2));
    Head head = writer().head();
    Head never = new Head(new Position(head.position().millis() - 1, 7), 1);
    assertThat(appendAfter(never, 1)).isInstanceOf(Diverged.class);
    assertThat(readAll()).hasSize(2);
  }

  @Test
  void aHeadOfAnotherRevisionIsAnother() {
    writer().write(Samples.tickets(2));
    Head head = new Head(writer().head().position(), 3);
    assertThat(appendAfter(head, 9)).isEqualTo(new Diverged(head.position()));
    assertThat(readAll()).hasSize(2);
  }

  @Test
  void aHeadAfterTheEndIsAnother() {
    List<Position> written = writer().write(Samples.tickets(2));
    Position later = new Position(written.getLast().millis() + 1, 0);
    assertThat(appendAfter(new Head(later, 3), 9)).isEqualTo(new Diverged(written.getLast()));
    assertThat(appendAfter(new Head(later, 2), 9)).isEqualTo(new Diverged(written.getLast()));
  }

  /** As after a failover that lost the head, if another entry got its number at an earlier time. */
  @Test
  void aHeadBetweenTwoEntriesIsAnotherAlsoIfItsRevisionFits() {
    Head before = writeAMillisecondApart();
    Position missing = new Position(before.position().millis(), before.position().sequence() + 1);
    assertThat(appendAfter(new Head(missing, before.revision()), 9))
        .isEqualTo(new Diverged(writer().head().position()));
  }

  /** Writes until the last two entries have different times; the head before the last. */
  private Head writeAMillisecondApart() {
    writer().write(Samples.ticket(1));
    Head before;
    do {
      before = writer().head();
      writer().write(Samples.ticket(1));
    } while (writer().head().position().millis() == before.position().millis());
    return before;
  }

  @Test
  void whatWasReadMayBeTrimmed() {
    writer().write(Samples.tickets(3));
    Head head = writer().head();
    writer().write(Samples.tickets(4));
    underTest().trim(QUEUE, 4);
    List<LogEntry> missed = Writer.missedInConflict(appendAfter(head, 1));
    assertThat(missed).hasSize(4).isEqualTo(readAll());
    assertThat(Writer.appended(appendAfter(head, 9)).firstRevision()).isEqualTo(8);
  }

  @Test
  void whatWasNotReadMayNot() {
    writer().write(Samples.tickets(3));
    Head head = writer().head();
    Position last = writer().write(Samples.tickets(4)).getLast();
    underTest().trim(QUEUE, 3);
    assertThat(appendAfter(head, 9)).isEqualTo(new Diverged(last));
    assertThat(readAll()).hasSize(3);
  }

  @Test
  void allThatWasReadMayBeTrimmed() {
    Position last = writer().write(Samples.tickets(3)).getLast();
    Head head = writer().head();
    underTest().trim(QUEUE, 0);
    assertThat(readAll()).isEmpty();
    Appended appended = Writer.appended(appendAfter(head, 1));
    assertThat(appended.firstRevision()).isEqualTo(4);
    assertThat(positions(readAll())).isEqualTo(appended.positions());
    assertThat(appended.positions()).allMatch(position -> position.isAfter(last));
  }

  @Test
  void allMayNotBeTrimmedBeforeItWasRead() {
    writer().write(Samples.tickets(2));
    Head head = writer().head();
    writer().write(Samples.ticket(3));
    underTest().trim(QUEUE, 0);
    assertThat(appendAfter(head, 9)).isInstanceOf(Diverged.class);
    assertThat(readAll()).isEmpty();
  }

  /** Appends something unless this ticket was touched after the head. */
  private AppendResult appendAfter(Head head, int ticket) {
    return log()
        .append(
            List.of(Samples.ticket(777)), new AppendCondition(head, Set.of(Samples.tag(ticket))));
  }
}
