package dev.pairtrail.application.engine;

import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.application.CountedIds;
import dev.pairtrail.application.Environment;
import dev.pairtrail.application.ManualClock;
import dev.pairtrail.application.Outcome;
import dev.pairtrail.application.Settings;
import dev.pairtrail.application.port.Archive;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RequestKey;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.queue.Command;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The engine of one queue on one instance, turned by hand. */
final class Instance {
  static final QueueName QUEUE = new QueueName("duel");

  /** What was folded entry by entry, in order. */
  final List<LogEntry> seen = new ArrayList<>();

  final FaultyLog log;
  final Losses losses;
  final Folded folded;
  final QueueEngine engine;
  private final CountedIds ids;

  Instance(MemoryEventStore store, ManualClock clock, CountedIds ids, RuleSet rules) {
    this(store, clock, ids, rules, Optional.empty());
  }

  Instance(
      MemoryEventStore store,
      ManualClock clock,
      CountedIds ids,
      RuleSet rules,
      Optional<Archive> archive) {
    this.ids = ids;
    Settings settings = Settings.defaults();
    EventLog stored = store.log(QUEUE);
    log =
        new FaultyLog(
            archive
                .<EventLog>map(a -> new ArchivedLog(stored, new ArchivedEntries(QUEUE, a)))
                .orElse(stored));
    losses = new Losses(QUEUE, clock);
    folded =
        new Folded(
            log,
            new StartingPoint(QUEUE, log, store.snapshots(QUEUE), 100),
            seen::add,
            losses,
            settings.reads().page());
    engine =
        new QueueEngine(
            folded,
            log,
            rules,
            new Environment(store, ids, clock, settings, "here"),
            duration -> {
              clock.advance(duration);
              return true;
            });
  }

  /** Loads the log and puts the rules in force. */
  Instance started() {
    engine.load();
    turn();
    return this;
  }

  /** One turn with these messages. */
  void turn(Message... messages) {
    engine.turn(new ArrayList<>(List.of(messages)));
  }

  /** A command on its way, and what becomes of it. */
  record Sent(Message message, CompletableFuture<Outcome<TicketId>> answer, TicketId ticket) {
    Outcome<TicketId> outcome() {
      return answer.getNow(new Outcome.Unavailable<>(Outcome.Cause.STOPPING, "not answered"));
    }

    boolean isDone() {
      return outcome() instanceof Outcome.Done;
    }
  }

  Sent enqueue(String player) {
    return enqueue(player, Optional.empty());
  }

  Sent enqueue(String player, String key) {
    return enqueue(player, Optional.of(new RequestKey(key)));
  }

  private Sent enqueue(String player, Optional<RequestKey> key) {
    TicketId id = ids.newTicket();
    PlayerId playerId = new PlayerId(player);
    return send(
        new Command.Enqueue(id, List.of(Player.of(playerId)), key),
        id,
        state -> state.ticketOf(playerId).orElseThrow());
  }

  Sent cancel(TicketId ticket) {
    return send(new Command.CancelTicket(ticket), ticket, _ -> ticket);
  }

  Sent join(RoomId room, String player) {
    return send(
        new Command.JoinRoom(room, new PlayerId(player)),
        new TicketId("none"),
        _ -> new TicketId("none"));
  }

  private static Sent send(Command command, TicketId ticket, Function<QueueState, TicketId> view) {
    Submission<TicketId> submission = new Submission<>(command, Origin.NONE, view);
    return new Sent(new Message.Submit(submission), submission.answer(), ticket);
  }

  /** Asks for passes and turns until they found nothing more; the answer. */
  Outcome<Position> match(Position atLeast) {
    CompletableFuture<Outcome<Position>> answer = new CompletableFuture<>();
    turn(new Message.Match(atLeast, answer));
    for (int turns = 0; turns < 100 && !answer.isDone(); turns++) {
      turn();
    }
    return answer.getNow(new Outcome.Unavailable<>(Outcome.Cause.STOPPING, "not answered"));
  }

  /** The events of the log from a position on. */
  List<Event> events(Position after) {
    List<Event> events = new ArrayList<>();
    for (LogEntry entry : log.read(after, 1_000)) {
      if (entry instanceof RecordedEvent recorded) {
        events.add(recorded.event());
      }
    }
    return events;
  }
}
