package dev.pairtrail.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RequestKey;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.Metadata;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.RuleSetActivated;
import dev.pairtrail.domain.event.TicketEnqueued;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is read is what was appended. */
abstract class RoundTripContract extends StoreSuite {
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Test
  void keepsEveryFieldOfARuleSet() {
    keeps(RuleSetActivated.class);
  }

  @Test
  void keepsEveryFieldOfATicket() {
    keeps(TicketEnqueued.class);
  }

  @Test
  void keepsEveryFieldOfAMatch() {
    keeps(PlayersMatched.class);
  }

  @Test
  void keepsEveryFieldOfAllOthers() {
    keeps(Event.class);
  }

  private void keeps(Class<? extends Event> type) {
    List<Event> events = EveryEvent.list().stream().filter(type::isInstance).toList();
    List<Event> read =
        readBack(events.stream().map(Samples::newEvent).toList(), RoundTripContract::event);
    assertThat(read).isEqualTo(events);
    // Maps are equal in any order; their text is not.
    assertThat(read).hasToString(events.toString());
  }

  @Test
  void keepsTheIdOfEachEvent() {
    List<NewEvent> events = Samples.tickets(3);
    assertThat(readBack(events, entry -> metadata(entry).orElseThrow().id()))
        .isEqualTo(events.stream().map(event -> event.metadata().id()).toList());
  }

  @Test
  void keepsWhereACommandCameFrom() {
    List<Origin> origins =
        List.of(
            Origin.NONE,
            new Origin(Optional.of("1795326928712-3"), Optional.empty()),
            new Origin(Optional.empty(), Optional.of(TRACE)),
            new Origin(Optional.of("1795326928712-4"), Optional.of(TRACE)));
    List<NewEvent> events = origins.stream().map(RoundTripContract::of).toList();
    assertThat(readBack(events, entry -> metadata(entry).orElseThrow().origin()))
        .isEqualTo(origins);
  }

  private static NewEvent of(Origin origin) {
    NewEvent event = Samples.ticket(1);
    return new NewEvent(new Metadata(Samples.newId(), origin), event.tags(), event.event());
  }

  @Test
  void keepsTheTagsThatWereGiven() {
    String printable =
        IntStream.rangeClosed(' ', '~').mapToObj(Character::toString).collect(Collectors.joining());
    Set<Tag> tags =
        Set.of(
            Tag.queue(new QueueName("duel")),
            Tag.request(new RequestKey("a key, with \"quotes\" and 100%")),
            Tag.request(new RequestKey(printable)),
            new Tag("other:é你"));
    List<NewEvent> events = List.of(Samples.newEvent(tags, Samples.enqueued(1)), Samples.ticket(2));
    assertThat(readBack(events, LogEntry::tags)).containsExactly(tags, events.getLast().tags());
  }

  @Test
  void keepsTwoEventsThatAreAlike() {
    List<NewEvent> events = List.of(Samples.ticket(1), Samples.ticket(1));
    assertThat(readBack(events, RoundTripContract::event))
        .containsExactly(Samples.enqueued(1), Samples.enqueued(1));
  }

  private <T> List<T> readBack(List<NewEvent> events, Function<LogEntry, T> of) {
    writer().write(events);
    List<LogEntry> entries = readAll();
    assertThat(entries).hasSameSizeAs(events);
    return entries.stream().map(of).toList();
  }

  private static Event event(LogEntry entry) {
    return recorded(entry).event();
  }

  private static Optional<Metadata> metadata(LogEntry entry) {
    Optional<Metadata> metadata = recorded(entry).metadata();
    assertThat(metadata).isPresent();
    return metadata;
  }

  private static RecordedEvent recorded(LogEntry entry) {
    assertThat(entry).isInstanceOf(RecordedEvent.class);
    return (RecordedEvent) entry;
  }
}
