package dev.pairtrail.application.history;

import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.EventId;
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
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.queue.Room;
import dev.pairtrail.domain.queue.Ticket;
import dev.pairtrail.domain.rules.AttributeSpec;
import dev.pairtrail.domain.rules.DistanceRule;
import dev.pairtrail.domain.rules.Limit;
import dev.pairtrail.domain.rules.Missing;
import dev.pairtrail.domain.rules.Party;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The log of a queue of duels, made by random commands, with the state folded from it. */
final class PlayedLog {
  private static final Instant START = Instant.parse("2026-11-27T10:00:00Z");

  private final AtomicLong time = new AtomicLong(START.toEpochMilli());
  private final AtomicLong ids = new AtomicLong();
  private final QueueName queue;
  final MemoryEventStore store = new MemoryEventStore(() -> Instant.ofEpochMilli(time.get()));
  final QueueState live;
  private final List<Room> started = new ArrayList<>();

  PlayedLog(QueueName queue) {
    this.queue = queue;
    live = new QueueState(queue, 1_000);
  }

  List<LogEntry> entries() {
    return store.log(queue).read(Position.START, 10_000);
  }

  void play(Random random, int steps) {
    decide(new Command.ActivateRules(rules()));
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
        new TicketId("t-" + ids.incrementAndGet()), List.of(player(random)), Optional.empty());
  }

  private static Player player(Random random) {
    return new Player(
        new PlayerId("p-" + random.nextInt(40)),
        Map.of("rating", new Attribute.Numeric(1_500 + random.nextInt(500))),
        Map.of());
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

  /** A window that widens with the wait, so that who meets depends on the moment. */
  private static RuleSet rules() {
    RuleSet plain = RuleSet.oneOnOne();
    return new RuleSet(
        Map.of("rating", new AttributeSpec(AttributeSpec.Type.NUMBER, Optional.empty())),
        List.of(),
        plain.teams(),
        List.of(
            new DistanceRule(
                "near",
                "rating",
                Party.AVG,
                new Limit<>(
                    50.0,
                    List.of(new Limit.Step<>(Duration.ofSeconds(20), 400.0)),
                    Optional.empty()),
                Missing.REJECT)),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Duration.ofMinutes(5)),
        plain.joinTimeout(),
        plain.start());
  }

  private RoomId newRoom() {
    return new RoomId("r-" + ids.incrementAndGet());
  }

  void decide(Command command) {
    Instant now = Instant.ofEpochMilli(time.get());
    if (Decider.decide(live, command, now) instanceof Decision.Accepted accepted) {
      List<NewEvent> events = accepted.events().stream().map(this::newEvent).toList();
      store.log(queue).append(events, new AppendCondition(live.head(), Set.of()));
      if (command instanceof Command.RunPass) {
        live.passBegan(now);
      }
      store.log(queue).read(live.head().position(), 1_000).forEach(live::evolve);
      if (command instanceof Command.RunPass) {
        live.passEnded(true);
      }
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
