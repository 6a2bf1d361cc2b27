package dev.pairtrail.application.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.Checkpoints;
import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.EventId;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.Metadata;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.domain.queue.Command;
import dev.pairtrail.domain.queue.Decider;
import dev.pairtrail.domain.queue.Decision;
import dev.pairtrail.domain.queue.QueueSnapshot;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.queue.Room;
import dev.pairtrail.domain.queue.Ticket;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** A state of the past is the one that was, whether folded from a checkpoint or from the start. */
final class TimeTravelTest {
  private static final QueueName QUEUE = new QueueName("duel");
  private static final Instant START = Instant.parse("2026-11-27T10:00:00Z");
  private static final int EVERY = 10;

  private final AtomicLong time = new AtomicLong(START.toEpochMilli());
  private final AtomicLong ids = new AtomicLong();
  private final MemoryEventStore store =
      new MemoryEventStore(() -> Instant.ofEpochMilli(time.get()));
  private final Checkpoints checkpoints = store.checkpoints(QUEUE);
  private final RecordedLog log = new RecordedLog(QUEUE, store.log(QUEUE), 3);
  private final TimeTravel travel = new TimeTravel(log, checkpoints, EVERY);
  private final QueueState live = new QueueState(QUEUE, 1_000);
  private final List<Room> started = new ArrayList<>();

  @RepeatedTest(20)
  void everyStateIsTheOneThatWas(RepetitionInfo repetition) {
    play(new Random(repetition.getCurrentRepetition()), 150);
    QueueState folded = new QueueState(QUEUE, 1_000);
    for (LogEntry entry : entries()) {
      folded.evolve(entry);
      assertSame(travel.at(new LogPoint.AtPosition(entry.position())), folded);
    }
    assertThat(checkpoints.head().revision()).isGreaterThan(100); // Those were used as well.
  }

  @Test
  void aCheckpointOfAnotherLogIsPassedOver() {
    play(new Random(1), 30);
    Head end = live.head();
    QueueState other = new QueueState(QUEUE, 10);
    other.evolve(entries().getFirst());
    Position elsewhere = new Position(end.position().millis() - 1, 77);
    checkpoints.keep(
        new QueueSnapshot(
            QUEUE,
            new Head(elsewhere, end.revision() - 1),
            other.rules(),
            other.counts(),
            other.snapshot().tickets(),
            other.snapshot().rooms(),
            List.of(),
            Map.of(),
            List.of(),
            Optional.empty()));
    assertSame(travel.at(new LogPoint.End()), live);
  }

  private static void assertSame(QueueState actual, QueueState expected) {
    assertThat(actual.head()).isEqualTo(expected.head());
    assertThat(actual.rules()).isEqualTo(expected.rules());
    assertThat(actual.waiting().toList()).isEqualTo(expected.waiting().toList());
    assertThat(List.copyOf(actual.openRooms())).isEqualTo(List.copyOf(expected.openRooms()));
    assertThat(actual.counts()).isEqualTo(expected.counts());
  }

  private List<LogEntry> entries() {
    return store.log(QUEUE).read(Position.START, 10_000);
  }

  private void play(Random random, int steps) {
    decide(new Command.ActivateRules(RuleSet.oneOnOne()));
    for (int i = 0; i < steps; i++) {
      time.addAndGet(random.nextInt(15_000));
      decide(command(random));
      decide(new Command.RunPass(this::newRoom, 100));
    }
  }

  private Command command(Random random) {
    List<Ticket> waiting = live.waiting().toList();
    List<Room> rooms = List.copyOf(live.openRooms());
    int kind = random.nextInt(10);
    if (kind == 0 && !waiting.isEmpty()) {
      return new Command.CancelTicket(waiting.getFirst().id());
    }
    if (kind == 1 && !started.isEmpty()) {
      return inGame(random, started.get(random.nextInt(started.size())));
    }
    if (kind < 6 && !rooms.isEmpty()) {
      Room room = rooms.get(random.nextInt(rooms.size()));
      return inRoom(random, room);
    }
    return new Command.Enqueue(
        new TicketId("t-" + ids.incrementAndGet()),
        List.of(Player.of(new PlayerId("p-" + random.nextInt(40)))),
        Optional.empty());
  }

  private static Command inRoom(Random random, Room room) {
    List<PlayerId> players = List.copyOf(room.players().keySet());
    PlayerId player = players.get(random.nextInt(players.size()));
    return switch (random.nextInt(6)) {
      case 0 -> new Command.LeaveRoom(room.id(), player);
      case 1 -> new Command.CancelMatch(room.id(), "a test");
      default -> new Command.JoinRoom(room.id(), player);
    };
  }

  private Command inGame(Random random, Room room) {
    List<PlayerId> players = List.copyOf(room.players().keySet());
    return random.nextBoolean()
        ? new Command.LeaveRoom(room.id(), players.getFirst())
        : new Command.RequestBackfill(
            room.id(), new BackfillId("b-" + ids.incrementAndGet()), List.of());
  }

  private RoomId newRoom() {
    return new RoomId("r-" + ids.incrementAndGet());
  }

  private void decide(Command command) {
    Instant now = Instant.ofEpochMilli(time.get());
    if (Decider.decide(live, command, now) instanceof Decision.Accepted accepted) {
      List<NewEvent> events = accepted.events().stream().map(this::newEvent).toList();
      store.log(QUEUE).append(events, new AppendCondition(live.head(), Set.of()));
      live.passBegan(now);
      store.log(QUEUE).read(live.head().position(), 1_000).forEach(live::evolve);
      live.passEnded(true);
    }
    live.openRooms().forEach(room -> started.removeIf(r -> r.id().equals(room.id())));
    live.openRooms().forEach(started::add);
    started.replaceAll(room -> live.room(room.id()).orElse(room));
  }

  private NewEvent newEvent(Decision.Decided decided) {
    UUID id = new UUID(0x019B_8DA0_1800_7000L, 0x8000_0000_0000_0000L | ids.incrementAndGet());
    return new NewEvent(
        new Metadata(new EventId(id), Origin.NONE), decided.tags(), decided.event());
  }
}
