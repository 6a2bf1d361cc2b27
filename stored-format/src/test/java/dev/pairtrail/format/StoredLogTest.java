package dev.pairtrail.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.KeyName;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.DeadLetterDiscarded;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.domain.event.PartyEnqueued;
import dev.pairtrail.domain.event.PlayerEnqueued;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.ResultRecorded.Place;
import dev.pairtrail.domain.event.TicketEnqueued;
import dev.pairtrail.domain.event.UnreadableEntry;
import dev.pairtrail.domain.queue.Backfill;
import dev.pairtrail.domain.queue.Count;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.queue.Room;
import dev.pairtrail.domain.queue.Room.Presence;
import dev.pairtrail.domain.queue.Ticket;
import dev.pairtrail.domain.rules.Rating;
import dev.pairtrail.domain.rules.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Logs that were written once and that every later version must read. The files never change; a new
 * form of an event gets a new file.
 */
final class StoredLogTest {
  private static final JsonMapper JSON = new JsonMapper();

  /** One entry as Redis has it. */
  record Stored(String id, Map<String, String> fields) {
    LogEntry read() {
      return EntryCodec.entry(id, fields);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain-service", "v1", "v2", "v3", "v4", "v5"})
  void everyEntryIsAnEvent(String name) {
    assertThat(log(name))
        .isNotEmpty()
        .allSatisfy(stored -> assertThat(stored.read()).isInstanceOf(RecordedEvent.class));
  }

  @Test
  void everyEventThereIsHasASample() {
    assertThat(
            Stream.of("v1", "v2", "v3", "v4", "v5")
                .flatMap(name -> log(name).stream())
                .map(stored -> event(stored).getClass())
                .collect(Collectors.toSet()))
        .isEqualTo(concrete(Event.class).collect(Collectors.toSet()));
  }

  private static Stream<Class<?>> concrete(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(StoredLogTest::concrete)
        : Stream.of(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2", "v3", "v5"})
  void whatIsWrittenTodayIsWhatWasWrittenThen(String name) {
    for (Stored stored : log(name)) {
      RecordedEvent read = (RecordedEvent) stored.read();
      NewEvent again = new NewEvent(read.metadata().orElseThrow(), read.tags(), read.event());
      assertThat(JSON.readTree(EntryCodec.event(again)))
          .isEqualTo(JSON.readTree(stored.fields().get("event")));
      assertThat(EntryCodec.tags(again)).isEqualTo(stored.fields().get("tags"));
      assertThat(EntryCodec.meta(again)).isEqualTo(stored.fields().get("meta"));
    }
  }

  @Test
  void attributesLatencyAndPartiesAreReadAsTheyWere() {
    PlayerEnqueued solo = (PlayerEnqueued) event(log("v1").get(1));
    assertThat(solo.player().attributes().toString())
        .isEqualTo(
            "{rating=Numeric[value=1510.5], mode=Text[value=ctf], maps=TextList[values=[dust]]}");
    assertThat(solo.player().latencyMs()).isEqualTo(Map.of("eu", 30, "us", 120));
    assertThat(((PartyEnqueued) event(log("v1").get(3))).players()).hasSize(2);
  }

  @Test
  void theLogFoldsToTheStateItDescribes() {
    QueueState state = folded("v1");
    assertThat(state.head().revision()).isEqualTo(19);
    assertThat(state.rules().version()).isEqualTo(2);
    assertThat(state.waiting().map(Ticket::id)).containsExactly(new TicketId("t-7"));
    assertThat(state.openRooms()).isEmpty();
    assertThat(status(state, "r-1")).isEqualTo(Room.Status.CANCELLED);
    assertThat(status(state, "r-2")).isEqualTo(Room.Status.STARTED);
    assertThat(state.ticket(new TicketId("t-6")).orElseThrow().state())
        .isInstanceOf(Ticket.Expired.class);
    assertThat(state.counts()).containsEntry(Count.MATCHED_TICKETS, 5L);
  }

  @Test
  void proposalsBackfillsAndResultsFoldToTheStateTheyDescribe() {
    QueueState state = folded("v3");
    RoomId played = new RoomId("r-2");
    assertThat(state.rules().rules().rules().stream().map(Rule::getClass).distinct())
        .hasSameSizeAs(Rule.class.getPermittedSubclasses());
    assertThat(status(state, "r-1")).isEqualTo(Room.Status.CANCELLED);
    assertThat(state.room(played).orElseThrow().places())
        .extracting(Place::place)
        .containsExactly(1, 2);
    assertThat(state.backfill(played, new BackfillId("b-1")).orElseThrow().status())
        .isEqualTo(Backfill.Status.MATCHED);
    assertThat(state.backfill(played, new BackfillId("b-2")).orElseThrow().status())
        .isEqualTo(Backfill.Status.CANCELLED);
    assertThat(state.rating(new PlayerId("p-4"))).contains(new Rating(1400.5, 480.5));
    assertThat(status(state, "r-3")).isEqualTo(Room.Status.PROPOSED);
    assertThat(state.ticket(new TicketId("t-5")).orElseThrow().state())
        .isInstanceOf(Ticket.Proposed.class);
  }

  @Test
  void aDiscardOfBeforeThereWereKeysNamesNobody() {
    assertThat(((DeadLetterDiscarded) event(log("v2").get(1))).by()).isEmpty();
    assertThat(((DeadLetterDiscarded) event(log("v5").get(1))).by()).contains(new KeyName("ops"));
  }

  private static Room.Status status(QueueState state, String room) {
    return state.room(new RoomId(room)).orElseThrow().status();
  }

  @Test
  void aLogOfThePlainServiceFoldsToItsRoomsAndItsWaitingPlayers() {
    QueueState state = folded("plain-service");
    String waiting = "c0ffee00-0000-4000-8000-000000000001";
    assertThat(state.waiting().map(Ticket::id)).containsExactly(new TicketId(waiting));
    Room room = state.openRooms().iterator().next();
    assertThat(room.players().values()).containsExactly(Presence.JOINED, Presence.AWAITED);
    assertThat(room.deadline()).isEmpty();
    assertThat(state.ticketOf(new PlayerId(waiting))).contains(new TicketId(waiting));
    assertThat(((TicketEnqueued) event(log("plain-service").getFirst())).timestamp())
        .isEqualTo(Instant.parse("2026-01-05T10:00:00.123456789Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"Invented\",\"player_id\":\"p\"}",
        "{\"player_id\":\"p\"}",
        "{\"type\":\"PlayerEnqueued\",\"timestamp\":\"2026-01-05T10:00:00Z\"}",
        "{\"type\":\"PlayerEnqueued\",\"player_id\":null,\"timestamp\":\"2026-01-05T10:00:00Z\"}",
        "{\"type\":\"PlayerEnqueued\",\"player_id\":\"a b\",\"timestamp\":\"2026-01-05T10:00Z\"}",
        "{\"type\":\"PlayerEnqueued\",\"player_id\":\"p\",\"timestamp\":\"yesterday\"}",
        "{\"type\":\"PlayersMatched\",\"room_id\":\"r\",\"timestamp\":\"2026-01-05T10:00:00Z\"}",
        "{\"type\":\"GameStarted\",\"room_id\":\"r\",\"timestamp\":\"+99999-01-01T00:00:00Z\"}",
        "{broken",
        "[]",
        ""
      })
  void whatIsNoEventIsKeptWithAReason(String json) {
    LogEntry read = EntryCodec.entry("1-0", Map.of("event", json, "rev", "7"));
    assertThat(read)
        .isInstanceOfSatisfying(
            UnreadableEntry.class,
            entry -> {
              assertThat(entry.reason()).isNotBlank().doesNotContain("dev.pairtrail");
              assertThat(entry.fields()).containsEntry("event", json);
              assertThat(entry.revision()).isEqualTo(7);
              assertThat(entry.tags()).isEqualTo(Set.of());
            });
  }

  static QueueState folded(String name) {
    QueueState state = new QueueState(new QueueName("ranked"), 100);
    log(name).forEach(stored -> state.evolve(stored.read()));
    return state;
  }

  private static Event event(Stored stored) {
    return ((RecordedEvent) stored.read()).event();
  }

  static List<Stored> log(String name) {
    try {
      List<Stored> entries = new ArrayList<>();
      for (String line : Files.readAllLines(Path.of("src/test/resources/logs", name + ".ndjson"))) {
        entries.add(JSON.readValue(line, Stored.class));
      }
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
