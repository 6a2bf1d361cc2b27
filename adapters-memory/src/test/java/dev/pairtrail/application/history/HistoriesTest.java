package dev.pairtrail.application.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.application.history.Histories.TooManyEntriesException;
import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.domain.EventId;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.EventTags;
import dev.pairtrail.domain.event.MatchBasis;
import dev.pairtrail.domain.event.MatchBasis.TicketBasis;
import dev.pairtrail.domain.event.Metadata;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.domain.event.PlayerEnqueued;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import dev.pairtrail.domain.event.TicketCancelled;
import dev.pairtrail.domain.event.TicketExpired;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happened is told step by step, and nothing twice. */
final class HistoriesTest {
  private static final QueueName QUEUE = new QueueName("duel");
  private static final Instant START = Instant.parse("2026-11-27T10:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration NONE = Duration.ZERO;

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final MemoryEventStore store = new MemoryEventStore(now::get);
  private final RecordedLog log = new RecordedLog(QUEUE, store.log(QUEUE), 3);
  private final Histories histories = new Histories(100);

  /** a, b and c come in the first minute; nothing in the third; the fifth has what is no event. */
  @BeforeEach
  void write() {
    at(0, enqueued("a"));
    at(10, enqueued("b"));
    at(59, enqueued("c"));
    at(60, matched("a", 60, "b", 50, 0.5));
    at(70, enqueued("d"));
    at(119, new TicketCancelled(new TicketId("c"), now.get()));
    at(180, enqueued("e"));
    at(190, matched("d", 120, "e", 10, 0.25));
    at(200, enqueued("f"));
    at(201, enqueued("g"));
    at(202, matched("f", 2, "g", 1, 1));
    at(239, enqueued("h"));
    at(250, new TicketExpired(new TicketId("h"), now.get()));
    now.set(START.plusSeconds(251));
    store.appendUnreadable(QUEUE, Map.of("what", "is this"));
  }

  @Test
  void eachStepTellsWhatHappenedInIt() {
    assertThat(history(0, 300).steps())
        .containsExactly(
            new HistoryStep(second(0), 3, 0, 0, 0, NONE, NONE, NONE, 0, 0, 0, 3),
            new HistoryStep(
                second(60), 1, 1, 0, 2, seconds(50), seconds(60), seconds(60), 0, 1, 0.5, 1),
            new HistoryStep(second(120), 0, 0, 0, 0, NONE, NONE, NONE, 0, 0, 0, 1),
            new HistoryStep(
                second(180), 4, 2, 0, 4, seconds(2), seconds(120), seconds(120), 0, 0, 0.625, 1),
            new HistoryStep(second(240), 0, 0, 0, 0, NONE, NONE, NONE, 1, 0, 0, 0));
  }

  @Test
  void aSpanKnowsWhatWaitedBeforeIt() {
    assertThat(history(60, 180).steps()).isEqualTo(history(0, 300).steps().subList(1, 3));
    assertThat(history(1_000, 1_060).steps())
        .containsExactly(new HistoryStep(second(1_000), 0, 0, 0, 0, NONE, NONE, NONE, 0, 0, 0, 0));
  }

  @Test
  void theLastStepMayBeShort() {
    List<HistoryStep> steps = history(0, 60 + 15).steps();
    assertThat(steps).hasSize(2);
    assertThat(steps.getLast().arrivals()).isEqualTo(1);
    assertThat(steps.getLast().cancels()).isZero();
  }

  @Test
  void positionsBelongToTheSpan() {
    Position first = position(60);
    Position last = position(119);
    Span span = Span.of(new LogPoint.AtPosition(first), new LogPoint.AtPosition(last), MINUTE);
    assertThat(span.steps()).isEqualTo(1);
    assertThat(histories.of(past(log), span).steps()).isEqualTo(history(60, 120).steps());
  }

  private Position position(int second) {
    return log.first(new LogPoint.AtTime(second(second)).before(), 1).getFirst().position();
  }

  /** The plain service tells no waits; the log tells them all the same. */
  @Test
  void aMatchWithoutABasisHasTheWaitsOfItsTickets() {
    at(300, enqueued("x"));
    at(310, enqueued("y"));
    Instant matchedAt = second(330);
    at(
        330,
        new PlayersMatched(
            new RoomId("plain"), teams("x", "y"), Optional.empty(), Optional.empty(), matchedAt));
    assertThat(history(320, 340).steps())
        .containsExactly(
            new HistoryStep(
                second(320), 0, 1, 0, 2, seconds(20), seconds(30), seconds(30), 0, 0, 0, 0));
  }

  @Test
  void anEmptyLogHasEmptySteps() {
    RecordedLog empty = new RecordedLog(QUEUE, store.log(new QueueName("other")), 3);
    assertThat(histories.of(past(empty), span(0, 60_000)).steps())
        .hasSize(1_000)
        .allMatch(step -> step.arrivals() == 0 && step.waiting() == 0);
  }

  @Test
  void readingHasALimit() {
    Histories few = new Histories(6);
    assertThat(few.of(past(log), span(0, 110)).steps()).hasSize(2);
    for (int from : List.of(0, 300)) {
      assertThatThrownBy(() -> few.of(past(log), span(from, 400)))
          .isInstanceOf(TooManyEntriesException.class)
          .hasMessageContaining("more than 6 entries");
    }
    assertThat(few.of(past(log), span(0, 110)).steps()).hasSize(2);
  }

  @Test
  void stepsAreCounted() {
    assertThat(span(0, 60).steps()).isEqualTo(1);
    assertThat(span(0, 61).steps()).isEqualTo(2);
    assertThat(span(5, 5).steps()).isZero();
    assertThat(span(6, 5).steps()).isZero();
    assertThat(span(0, 60_000).steps()).isEqualTo(1_000);
    assertThat(span(0, 60_001).steps()).isEqualTo(1_001);
    LogPoint longAgo = new LogPoint.AtTime(Instant.ofEpochMilli(Long.MIN_VALUE));
    assertThat(Span.of(longAgo, new LogPoint.AtTime(START), Duration.ofMillis(1)).steps())
        .isEqualTo(1_001);
  }

  private QueueHistory history(int from, int to) {
    return histories.of(past(log), span(from, to));
  }

  private static Span span(int from, int to) {
    return Span.of(new LogPoint.AtTime(second(from)), new LogPoint.AtTime(second(to)), MINUTE);
  }

  private static Instant second(int second) {
    return START.plusSeconds(second);
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  private Event enqueued(String name) {
    return new PlayerEnqueued(new TicketId(name), Player.of(new PlayerId(name)), Instant.EPOCH);
  }

  private static List<Team> teams(String first, String second) {
    return List.of(team(first), team(second));
  }

  private static Team team(String name) {
    return new Team("of-" + name, List.of(new TicketId(name)), List.of(new PlayerId(name)));
  }

  private static PlayersMatched matched(
      String first, int firstWaited, String second, int secondWaited, double quality) {
    List<TicketBasis> tickets = List.of(waited(first, firstWaited), waited(second, secondWaited));
    MatchBasis basis = new MatchBasis(1, Position.START, quality, tickets, List.of());
    return new PlayersMatched(
        new RoomId("room-" + first),
        teams(first, second),
        Optional.of(basis),
        Optional.empty(),
        Instant.EPOCH);
  }

  private static TicketBasis waited(String ticket, int seconds) {
    return new TicketBasis(
        new TicketId(ticket), Duration.ofSeconds(seconds), OptionalDouble.empty());
  }

  private void at(int second, Event event) {
    now.set(START.plusSeconds(second));
    Event timed =
        event instanceof PlayerEnqueued enqueued
            ? new PlayerEnqueued(enqueued.ticketId(), enqueued.players().getFirst(), now.get())
            : event;
    NewEvent added =
        new NewEvent(
            new Metadata(new EventId(UUID.randomUUID()), Origin.NONE), EventTags.of(event), timed);
    store.log(QUEUE).append(List.of(added), new AppendCondition(Head.START, Set.of()));
  }

  /** So far apart that every state is folded from the beginning. */
  private TimeTravel past(RecordedLog of) {
    return new TimeTravel(of, store.checkpoints(of.queue()), 1_000);
  }
}
