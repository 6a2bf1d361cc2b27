package dev.pairtrail.application.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.application.port.EntryLines;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.BackfillMatched;
import dev.pairtrail.domain.event.DeadLetterDiscarded;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.LogSealed;
import dev.pairtrail.domain.event.MatchBasis;
import dev.pairtrail.domain.event.PlayerEnqueued;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.queue.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** A log as it was written is sound; whatever is done to it later shows. */
final class VerifierTest {
  private static final QueueName QUEUE = new QueueName("duel");
  private static final EntryLines LINES =
      (_, entry) ->
          entry.position()
              + " "
              + entry.revision()
              + " "
              + entry.tags().stream().map(Tag::text).sorted().toList()
              + (entry instanceof RecordedEvent recorded ? recorded.event() : "");

  private final PlayedLog played = new PlayedLog(QUEUE);

  @RepeatedTest(20)
  void aLogAsItWasWrittenIsSound(RepetitionInfo repetition) {
    played.play(new Random(repetition.getCurrentRepetition()), 200);
    VerifyReport report = verify(played.entries());
    assertThat(report.fault()).isEmpty();
    assertThat(report.decisions())
        .isEqualTo(count(PlayersMatched.class) + count(BackfillMatched.class))
        .isGreaterThan(20);
    assertThat(report.undecided()).isZero();
    assertThat(report.head()).isEqualTo(played.live.head());
    assertThat(report.notes()).hasSize(1);
  }

  @Test
  void sealsFitTheirLog() {
    sealed();
    VerifyReport report = verify(played.entries());
    assertThat(report.fault()).isEmpty();
    assertThat(report.seals()).isEqualTo(3);
    assertThat(report.notes()).isEmpty();
    assertThat(report.lastSeal()).isEqualTo(played.live.seal());
  }

  @Test
  void anEntryThatIsRemovedLeavesAGap() {
    sealed();
    List<LogEntry> entries = new ArrayList<>(played.entries());
    entries.remove(40);
    assertThat(fault(entries).text()).startsWith("entries before it are missing");
    assertThat(fault(entries).position()).isEqualTo(played.entries().get(41).position());
  }

  @Test
  void aChangeThatKeepsTheRulesDoesNotFitTheSeal() {
    sealed();
    int early = index(PlayerEnqueued.class, 0);
    List<LogEntry> entries = changed(early, VerifierTest::withLatency);
    assertThat(fault(entries).text()).startsWith("the seal does not fit");
    assertThat(fault(entries).position())
        .isEqualTo(played.entries().get(index(LogSealed.class, 0)).position());
    List<LogEntry> late = changed(index(LogSealed.class, 1) + 1, VerifierTest::later);
    assertThat(verify(late).fault()).isPresent();
  }

  @Test
  void whereTheBeginningIsGoneTheRestIsVerifiedByItsSeals() {
    sealed();
    int second = index(LogSealed.class, 1);
    List<LogEntry> rest = played.entries().subList(20, played.entries().size());
    VerifyReport report = verify(rest);
    assertThat(report.seals()).isEqualTo(2);
    assertThat(report.notes()).first().asString().contains("the beginning of the log is gone");
    List<LogEntry> spoiled = changed(second - 1, VerifierTest::later);
    assertThat(fault(spoiled.subList(20, spoiled.size())).position())
        .isEqualTo(played.entries().get(second).position());
  }

  @Test
  void aMatchThatTheRulesDoNotMakeIsNamed() {
    played.play(new Random(3), 200);
    int match = index(PlayersMatched.class, 5);
    int rated = enqueuedFor(match);
    List<LogEntry> entries = changed(rated, VerifierTest::withLatency);
    assertThat(verify(entries).fault()).isEmpty(); // No rule looks at that.
    Fault fault = fault(changed(match, VerifierTest::withoutQuality));
    assertThat(fault.position()).isEqualTo(played.entries().get(match).position());
    assertThat(fault.text()).startsWith("the match was not decided by the rules: its quality is");
  }

  @Test
  void aTicketThatIsMatchedTwiceIsNamed() {
    played.play(new Random(4), 100);
    int match = index(PlayersMatched.class, 0);
    List<LogEntry> entries = new ArrayList<>(played.entries());
    RecordedEvent twice = (RecordedEvent) entries.get(match);
    Head end = played.live.head();
    entries.add(
        new RecordedEvent(
            new Position(end.position().millis() + 1, 0),
            end.revision() + 1,
            twice.tags(),
            twice.metadata(),
            withoutReasons((PlayersMatched) twice.event())));
    assertThat(fault(entries).text()).startsWith("ticket ").contains("though it was not waiting");
  }

  @Test
  void aSealThatWasKeptElsewhereMustBeThere() {
    sealed();
    String kept = played.live.seal().orElseThrow().sha256();
    assertThat(
            verifier(played.entries())
                .expecting(Optional.of(kept))
                .verify(new LogPoint.End(), Progress.NONE)
                .fault())
        .isEmpty();
    List<LogEntry> cut = played.entries().subList(0, index(LogSealed.class, 2));
    assertThat(verify(cut).fault()).isEmpty();
    assertThat(
            verifier(cut)
                .expecting(Optional.of(kept))
                .verify(new LogPoint.End(), Progress.NONE)
                .fault())
        .get()
        .extracting(Fault::text)
        .asString()
        .contains(kept);
  }

  private void sealed() {
    Random random = new Random(7);
    for (int i = 0; i < 3; i++) {
      played.play(random, 40);
      seal();
    }
  }

  private void seal() {
    SealChain chain = new SealChain(QUEUE, LINES);
    played.entries().forEach(chain::add);
    Position after = played.live.seal().map(seal -> seal.through()).orElse(Position.START);
    long count = played.entries().stream().filter(entry -> entry.position().isAfter(after)).count();
    played.decide(new Command.SealLog(after, played.live.head().position(), count, chain.hex()));
  }

  private List<LogEntry> changed(int index, UnaryOperator<Event> change) {
    List<LogEntry> entries = new ArrayList<>(played.entries());
    RecordedEvent entry = (RecordedEvent) entries.get(index);
    entries.set(
        index,
        new RecordedEvent(
            entry.position(),
            entry.revision(),
            entry.tags(),
            entry.metadata(),
            change.apply(entry.event())));
    return entries;
  }

  private static Event withLatency(Event event) {
    PlayerEnqueued enqueued = (PlayerEnqueued) event;
    Player player = enqueued.player();
    return new PlayerEnqueued(
        enqueued.ticketId(),
        new Player(player.id(), player.attributes(), Map.of("eu", 30)),
        enqueued.timestamp());
  }

  private static Event withoutReasons(PlayersMatched match) {
    return new PlayersMatched(
        match.roomId(), match.teams(), Optional.empty(), match.joinDeadline(), match.timestamp());
  }

  private static Event withoutQuality(Event event) {
    PlayersMatched match = (PlayersMatched) event;
    return new PlayersMatched(
        match.roomId(),
        match.teams(),
        match
            .basis()
            .map(basis ->
                new MatchBasis(
                    basis.rulesVersion(),
                    basis.decidedAfter(),
                    -1,
                    basis.tickets(),
                    basis.rules())),
        match.joinDeadline(),
        match.timestamp());
  }

  /** Any event, but not the one that was there. */
  private static Event later(Event event) {
    return new DeadLetterDiscarded(
        Position.START, "group", "in place of " + event, Optional.empty(), event.timestamp());
  }

  private int enqueuedFor(int match) {
    PlayersMatched event = (PlayersMatched) ((RecordedEvent) played.entries().get(match)).event();
    return IntStream.range(0, match)
        .filter(i ->
            ((RecordedEvent) played.entries().get(i)).event() instanceof PlayerEnqueued enqueued
                && event.ticketIds().contains(enqueued.ticketId()))
        .findFirst()
        .orElseThrow();
  }

  private int index(Class<? extends Event> type, int number) {
    return IntStream.range(0, played.entries().size())
        .filter(i -> type.isInstance(((RecordedEvent) played.entries().get(i)).event()))
        .skip(number)
        .findFirst()
        .orElseThrow();
  }

  private long count(Class<? extends Event> type) {
    return played.entries().stream()
        .filter(entry -> type.isInstance(((RecordedEvent) entry).event()))
        .count();
  }

  private static Fault fault(List<LogEntry> entries) {
    return verify(entries).fault().orElseThrow();
  }

  private static VerifyReport verify(List<LogEntry> entries) {
    return verifier(entries).verify(new LogPoint.End(), Progress.NONE);
  }

  private static Verifier verifier(List<LogEntry> entries) {
    return new Verifier(new RecordedLog(QUEUE, new ListedLog(entries), 5), LINES, 100);
  }
}
