package dev.pairtrail.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pairtrail.application.port.AppendResult.Appended;
import dev.pairtrail.application.port.AppendResult.Conflict;
import dev.pairtrail.application.port.Consumer;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.RestoreResult;
import dev.pairtrail.application.port.RestoreResult.Refused;
import dev.pairtrail.application.port.RestoreResult.Restored;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.UnreadableEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A log that is restored from the entries of another is that log, and goes on as it would. */
abstract class RestoreContract extends GroupSuite {
  private static final Map<String, String> NO_EVENT =
      Map.of("hello", "wörld", "n", "{\"a\":1 \u0000", "", "x");

  @Test
  void everyKindOfEventIsKeptAsItIs() {
    new Writer(other()).write(EveryEvent.list().stream().map(Samples::newEvent).toList());
    assertThat(log().restore(Position.START, original())).isEqualTo(new Restored());
    assertThat(readAll()).hasSizeGreaterThan(20).isEqualTo(original());
  }

  @Test
  void soAreEntriesOfOtherPrograms() {
    restore(foreign());
    assertThat(readAll()).hasSize(4).isEqualTo(original());
    UnreadableEntry unreadable = (UnreadableEntry) readAll().get(2);
    assertThat(unreadable.fields()).isEqualTo(NO_EVENT);
  }

  @Test
  void positionsOfAnyAgeAreKept() {
    restore(List.of(new UnreadableEntry(new Position(7, 7), 0, Set.of(), "why", NO_EVENT)));
    assertThat(positions(readAll())).containsExactly(new Position(7, 7));
    assertThat(writer().write(Samples.ticket(9)).getFirst()).isGreaterThan(new Position(8, 0));
  }

  @Test
  void writersGoOn() {
    restore(tickets(3));
    writer().catchUp();
    Appended appended = Writer.appended(writer().appendOnItsTags(Samples.ticket(4)));
    assertThat(appended.firstRevision()).isEqualTo(4);
    assertThat(appended.missed()).isEmpty();
    assertThat(appended.positions().getFirst()).isGreaterThan(original().getLast().position());
  }

  @Test
  void writersThatKnowNothingMissAll() {
    restore(tickets(3));
    Appended appended = Writer.appended(writer().append(List.of(Samples.ticket(4)), Set.of()));
    assertThat(appended.missed()).hasSize(3).isEqualTo(original());
  }

  @Test
  void foreignEntriesAreCounted() {
    restore(foreign());
    Appended appended = Writer.appended(writer().append(List.of(Samples.ticket(5)), Set.of()));
    assertThat(appended.firstRevision()).isEqualTo(5);
  }

  @Test
  void conditionsSeeTheTags() {
    restore(tickets(3));
    assertThat(writer().appendOnItsTags(Samples.ticket(2))).isInstanceOf(Conflict.class);
    Writer.appended(writer().appendOnItsTags(Samples.ticket(4)));
  }

  @Test
  void foreignEntriesConflictWithEverything() {
    underTest().appendForeign(OTHER_QUEUE, Samples.enqueued(1));
    restore(original());
    Set<Tag> anything = Samples.ticket(2).tags();
    assertThat(writer().append(List.of(Samples.ticket(2)), anything)).isInstanceOf(Conflict.class);
  }

  @Test
  void groupsAreDeliveredThem() {
    restore(tickets(3));
    try (Consumer consumer = join("a")) {
      assertThat(consumer.read(10, LONG)).hasSize(3).isEqualTo(positions(original()));
    }
  }

  @Test
  void whatFollowsIsRestoredAfterIt() {
    List<LogEntry> all = tickets(1_000);
    restore(all.subList(0, 500));
    Position middle = all.get(499).position();
    assertThat(log().restore(middle, all.subList(500, 1_000))).isEqualTo(new Restored());
    assertThat(readAll()).hasSize(1_000).isEqualTo(all);
  }

  @Test
  void aLogThatEndsElsewhereIsLeftAsItIs() {
    List<LogEntry> all = tickets(4);
    refused(log().restore(all.getFirst().position(), all.subList(1, 4)), "ends at 0-0");
    restore(all.subList(0, 2));
    refused(log().restore(Position.START, all.subList(0, 2)), all.get(1).position().toString());
    refused(log().restore(all.get(2).position(), all.subList(3, 4)), "ends at");
    assertThat(readAll()).isEqualTo(all.subList(0, 2));
  }

  @Test
  void positionsThatDoNotFollowAreRefused() {
    List<LogEntry> all = tickets(3);
    List<LogEntry> twice = new ArrayList<>(all);
    twice.add(all.get(2));
    refused(log().restore(Position.START, twice), "does not follow");
    refused(log().restore(Position.START, all.reversed()), "does not follow");
    refused(log().restore(all.get(1).position(), all), "does not follow");
    assertThat(readAll()).isEmpty();
  }

  /**
   * Another program may remove the last entries of a log; their positions are never given again.
   */
  @Test
  void positionsThatWereGivenAreNotGivenAgain() {
    List<LogEntry> earlier = tickets(1);
    writer().write(Samples.ticket(1));
    underTest().trim(QUEUE, 0);
    refused(log().restore(Position.START, earlier), "once ended at");
    assertThat(readAll()).isEmpty();
  }

  @Test
  void whatHasNoFieldsIsRefused() {
    LogEntry nothing = new UnreadableEntry(new Position(5, 0), 0, Set.of(), "empty", Map.of());
    refused(log().restore(Position.START, List.of(nothing)), "5-0 has not 1 to 1000 fields");
  }

  @Test
  void aCallHasALimit() {
    List<LogEntry> tooMany = tickets(501);
    assertThatThrownBy(() -> log().restore(Position.START, tooMany))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> log().restore(Position.START, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(readAll()).isEmpty();
  }

  @Test
  void oneOfManyThatRestoreAtOnceIsTheOne() {
    List<LogEntry> all = tickets(200);
    List<RestoreResult> results = Together.run(8, _ -> () -> log().restore(Position.START, all));
    assertThat(results.stream().filter(Restored.class::isInstance)).hasSize(1);
    assertThat(readAll()).isEqualTo(all);
  }

  private void restore(List<LogEntry> entries) {
    assertThat(log().restore(Position.START, entries)).isEqualTo(new Restored());
  }

  private EventLog other() {
    return underTest().store().log(OTHER_QUEUE);
  }

  /** The entries of the other log, where there are so many. */
  private List<LogEntry> tickets(int count) {
    new Writer(other()).writeTickets(count);
    assertThat(original()).hasSize(count);
    return original();
  }

  private List<LogEntry> original() {
    return readAll(other());
  }

  /** Entries one, three and four are foreign. */
  private List<LogEntry> foreign() {
    underTest().appendForeign(OTHER_QUEUE, Samples.enqueued(1));
    new Writer(other()).write(Samples.ticket(2));
    underTest().appendUnreadable(OTHER_QUEUE, NO_EVENT);
    underTest().appendForeign(OTHER_QUEUE, Samples.enqueued(4));
    return original();
  }

  private static void refused(RestoreResult result, String why) {
    assertThat(result)
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.reason()).contains(why));
  }
}
