package dev.pairtrail.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.application.port.AppendResult.Appended;
import dev.pairtrail.application.port.AppendResult.Diverged;
import dev.pairtrail.application.port.Consumer;
import dev.pairtrail.application.port.TrimResult;
import dev.pairtrail.application.port.TrimResult.Refused;
import dev.pairtrail.application.port.TrimResult.Trimmed;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A trim removes exactly what is up to a position, unless some of it is needed or it is all. */
abstract class TrimContract extends GroupSuite {
  @Test
  void exactlyWhatIsUpToThereGoes() {
    writer().writeTickets(200);
    List<LogEntry> all = readAll();
    assertThat(all).hasSize(200);
    assertThat(log().trim(all.get(2).position())).isEqualTo(new Trimmed(3));
    assertThat(readAll()).isEqualTo(all.subList(3, 200));
    assertThat(log().trim(all.get(150).position())).isEqualTo(new Trimmed(148));
    assertThat(readAll()).isEqualTo(all.subList(151, 200));
  }

  @Test
  void whatIsGoneAlreadyIsNotTrimmedAgain() {
    List<Position> written = writer().write(Samples.tickets(5));
    assertThat(log().trim(written.get(2))).isEqualTo(new Trimmed(3));
    assertThat(log().trim(written.get(2))).isEqualTo(new Trimmed(0));
    assertThat(log().trim(written.get(0))).isEqualTo(new Trimmed(0));
    assertThat(readAll()).hasSize(2);
  }

  @Test
  void aLogThatDoesNotExistHasNothingToTrim() {
    assertThat(log().trim(new Position(5, 5))).isEqualTo(new Trimmed(0));
    assertThat(writer().write(Samples.ticket(1))).hasSize(1);
    assertThat(readAll()).hasSize(1);
  }

  @Test
  void whatAGroupWasNotDeliveredStays() {
    List<Position> written = writer().write(Samples.tickets(5));
    try (Consumer consumer = join("one")) {
      consumer.ack(consumer.read(2, LONG));
      refused(log().trim(written.get(2)), "workers");
      assertThat(readAll()).hasSize(5);
      assertThat(log().trim(written.get(1))).isEqualTo(new Trimmed(2));
    }
  }

  @Test
  void whatAGroupHasPendingStays() {
    List<Position> written = writer().write(Samples.tickets(5));
    try (Consumer consumer = join("one")) {
      consumer.read(5, LONG);
      consumer.ack(List.of(written.get(0), written.get(1), written.get(3)));
      refused(log().trim(written.get(2)), written.get(2).toString());
      refused(log().trim(written.get(4)), written.get(2).toString());
      assertThat(readAll()).hasSize(5);
      assertThat(log().trim(written.get(1))).isEqualTo(new Trimmed(2));
      consumer.ack(List.of(written.get(2)));
      assertThat(log().trim(written.get(3))).isEqualTo(new Trimmed(2));
    }
  }

  @Test
  void everyGroupCounts() {
    List<Position> written = writer().write(Samples.tickets(3));
    try (Consumer consumer = join("one")) {
      consumer.ack(consumer.read(3, LONG));
      group("hooks").ensure();
      refused(log().trim(written.get(0)), "hooks");
      assertThat(readAll()).hasSize(3);
    }
  }

  /** Then a log that was trimmed is never taken for one that is gone. */
  @Test
  void theLastEntryStays() {
    List<Position> written = writer().write(Samples.tickets(4));
    Position last = written.getLast();
    refused(log().trim(last), last.toString());
    refused(log().trim(new Position(last.millis() + 1, 0)), last.toString());
    assertThat(readAll()).hasSize(4);
    assertThat(log().trim(written.get(2))).isEqualTo(new Trimmed(3));
    refused(log().trim(last), last.toString());
    assertThat(readAll()).hasSize(1);
  }

  @Test
  void writersThatHadReadSoFarGoOn() {
    List<Position> written = writer().write(Samples.tickets(4));
    Writer ahead = new Writer(log());
    ahead.catchUp();
    ahead.write(Samples.ticket(5));
    assertThat(log().trim(written.getLast())).isEqualTo(new Trimmed(4));
    assertThat(readAll()).hasSize(1);
    Appended appended = Writer.appended(writer().appendOnItsTags(Samples.ticket(9)));
    assertThat(appended.firstRevision()).isEqualTo(6);
    assertThat(appended.positions().getFirst()).isGreaterThan(written.getLast());
  }

  @Test
  void writersThatHadNotReadSoFarAreToldThatItIsGone() {
    Writer behind = new Writer(log());
    behind.write(Samples.ticket(0));
    Writer ahead = new Writer(log());
    ahead.catchUp();
    List<Position> written = ahead.write(Samples.tickets(4));
    assertThat(log().trim(written.get(2))).isEqualTo(new Trimmed(4));
    assertThat(behind.appendOnItsTags(Samples.ticket(9))).isInstanceOf(Diverged.class);
    assertThat(readAll()).hasSize(1);
  }

  private static void refused(TrimResult result, String why) {
    assertThat(result)
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.reason()).contains(why));
  }
}
