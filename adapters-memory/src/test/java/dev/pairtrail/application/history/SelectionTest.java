package dev.pairtrail.application.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.domain.EventId;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.EventTags;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.Metadata;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.domain.event.PlayerEnqueued;
import dev.pairtrail.domain.event.PlayerJoinedRoom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked for of a log is handed over, in order, and nothing else. */
final class SelectionTest {
  private static final QueueName QUEUE = new QueueName("duel");
  private static final Instant START = Instant.parse("2026-11-27T10:00:00Z");
  private static final Tag ANN = Tag.player(new PlayerId("ann"));
  private static final Tag ROOM = Tag.room(new RoomId("room-1"));

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final MemoryEventStore store = new MemoryEventStore(now::get);
  private final RecordedLog log = new RecordedLog(QUEUE, store.log(QUEUE), 2);
  private List<LogEntry> all = List.of();

  /** One a millisecond. */
  @BeforeEach
  void write() {
    append(enqueued("ann"));
    append(enqueued("ben"));
    append(joined("ann", "room-1"));
    append(joined("ben", "room-1"));
    store.appendUnreadable(QUEUE, Map.of("what", "is this"));
    append(joined("ann", "room-2"));
    all = log.first(Position.START, 10);
  }

  @Test
  void everythingIsTheWholeLog() {
    assertThat(selected(Selection.all())).hasSize(6).isEqualTo(all);
  }

  @Test
  void tagsNarrowItTogether() {
    assertThat(selected(tagged(ANN))).containsExactly(all.get(0), all.get(2), all.get(5));
    assertThat(selected(tagged(ROOM))).containsExactly(all.get(2), all.get(3));
    assertThat(selected(tagged(ANN, ROOM))).containsExactly(all.get(2));
    assertThat(selected(tagged(Tag.player(new PlayerId("cid"))))).isEmpty();
  }

  @Test
  void placesBelongToIt() {
    Position second = all.get(1).position();
    Position fourth = all.get(3).position();
    assertThat(selected(between(at(second), at(fourth)))).isEqualTo(all.subList(1, 4));
    assertThat(selected(between(time(1), time(3)))).isEqualTo(all.subList(1, 4));
    assertThat(selected(between(time(-5), time(0)))).isEqualTo(all.subList(0, 1));
    assertThat(selected(between(at(Position.START), time(99)))).isEqualTo(all);
    assertThat(selected(between(new LogPoint.AtTime(Instant.EPOCH), time(99)))).isEqualTo(all);
    assertThat(selected(between(time(3), time(1)))).isEmpty();
  }

  @Test
  void progressHearsOfAllThatIsRead() {
    List<LogEntry> heard = new ArrayList<>();
    tagged(ROOM).read(log, _ -> {}, heard::addAll);
    assertThat(heard).isEqualTo(all);
  }

  private static Selection tagged(Tag... tags) {
    return new Selection(Position.START, new LogPoint.End(), Set.of(tags));
  }

  private static Selection between(LogPoint from, LogPoint to) {
    return new Selection(from.before(), to, Set.of());
  }

  private static LogPoint at(Position position) {
    return new LogPoint.AtPosition(position);
  }

  private static LogPoint time(int millis) {
    return new LogPoint.AtTime(START.plusMillis(millis));
  }

  private List<LogEntry> selected(Selection selection) {
    List<LogEntry> taken = new ArrayList<>();
    selection.read(log, taken::addAll, Progress.NONE);
    return taken;
  }

  private Event enqueued(String player) {
    return new PlayerEnqueued(
        new TicketId("t-" + player), Player.of(new PlayerId(player)), now.get());
  }

  private Event joined(String player, String room) {
    return new PlayerJoinedRoom(new PlayerId(player), new RoomId(room), now.get());
  }

  private void append(Event event) {
    Metadata metadata = new Metadata(new EventId(UUID.randomUUID()), Origin.NONE);
    store
        .log(QUEUE)
        .append(
            List.of(new NewEvent(metadata, EventTags.of(event), event)),
            new AppendCondition(Head.START, Set.of()));
    now.updateAndGet(time -> time.plusMillis(1));
  }
}
