package dev.pairtrail.benchmarks.history;

import dev.pairtrail.application.history.SealChain;
import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.AppendResult.Appended;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.domain.Attribute;
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
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.queue.Room;
import dev.pairtrail.domain.queue.Seal;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.format.CloudEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Writes a log as a busy evening leaves it: in each round some players enqueue, a pass matches, and
 * everybody who has a room joins; now and then the log is sealed. Decided by the aggregate and
 * appended as an instance does it.
 */
final class MadeLog {
  private static final int ARRIVALS = 150;
  private static final int EVENTS_PER_PASS = 400;

  private static final int ENTRIES_PER_SEAL = 100_000;

  private final EventLog log;
  private final SealChain chain;
  private final QueueState state;
  private final SplittableRandom random = new SplittableRandom(11);
  private Instant now = Instant.parse("2026-01-05T18:00:00Z");
  private int players;

  MadeLog(QueueName queue, EventLog log) {
    this.log = log;
    chain = new SealChain(queue, CloudEvents::line);
    state = new QueueState(queue, QueueState.DEFAULT_REMEMBERED);
  }

  /** Writes until there are so many entries. */
  void write(RuleSet rules, long entries) {
    carryOut(List.of(new Command.ActivateRules(rules)));
    while (state.head().revision() < entries) {
      now = now.plusMillis(100);
      List<Command> arrivals = new ArrayList<>();
      for (int i = 0; i < ARRIVALS; i++) {
        arrivals.add(arrival());
      }
      carryOut(arrivals);
      pass();
      carryOut(joins());
      pass();
      seal();
    }
  }

  private void seal() {
    Head sealed = state.seal().map(Seal::at).orElse(Head.START);
    long entries = state.head().revision() - sealed.revision();
    if (entries >= ENTRIES_PER_SEAL) {
      Position through = state.seal().map(Seal::through).orElse(Position.START);
      long those = entries + (through.equals(Position.START) ? 0 : 1); // The seal before as well.
      carryOut(List.of(new Command.SealLog(through, state.head().position(), those, chain.hex())));
    }
  }

  private Command arrival() {
    Attribute rating = new Attribute.Numeric(Math.rint(1500 + 300 * random.nextGaussian()));
    Player player =
        new Player(
            new PlayerId("player-" + players++),
            Map.of("rating", rating, "mode", new Attribute.Text("ctf")),
            Map.of("eu", 20 + random.nextInt(60)));
    return new Command.Enqueue(new TicketId(uuid().toString()), List.of(player), Optional.empty());
  }

  private List<Command> joins() {
    List<Command> joins = new ArrayList<>();
    for (Room room : state.openRooms()) {
      room.players().keySet().forEach(player -> joins.add(new Command.JoinRoom(room.id(), player)));
    }
    return joins;
  }

  /** Decided before it is noted as begun: what changes from then on is for the next. */
  private void pass() {
    Command pass = new Command.RunPass(() -> new RoomId(uuid().toString()), EVENTS_PER_PASS);
    List<NewEvent> events = decided(List.of(pass));
    state.passBegan(now);
    append(events);
    state.passEnded(true);
  }

  private void carryOut(List<Command> commands) {
    append(decided(commands));
  }

  /** All on one state, as commands that touch different things are. */
  private List<NewEvent> decided(List<Command> commands) {
    List<NewEvent> events = new ArrayList<>();
    for (Command command : commands) {
      if (Decider.decide(state, command, now) instanceof Decision.Accepted accepted) {
        accepted.events().forEach(decided -> events.add(event(decided)));
      }
    }
    return events;
  }

  private void append(List<NewEvent> events) {
    for (int from = 0; from < events.size(); from += EventLog.MAX_BATCH) {
      appendAtOnce(events.subList(from, Math.min(events.size(), from + EventLog.MAX_BATCH)));
    }
  }

  private NewEvent event(Decision.Decided decided) {
    return new NewEvent(
        new Metadata(new EventId(uuid()), Origin.NONE), decided.tags(), decided.event());
  }

  private void appendAtOnce(List<NewEvent> events) {
    if (!(log.append(events, new AppendCondition(state.head(), Set.of()))
        instanceof Appended appended)) {
      throw new IllegalStateException("the log took no events");
    }
    for (int i = 0; i < events.size(); i++) {
      LogEntry entry = events.get(i).at(appended.positions().get(i), appended.firstRevision() + i);
      state.evolve(entry);
      chain.add(entry);
    }
  }

  private UUID uuid() {
    return new UUID(0x0197_0000_0000_7000L + players, random.nextLong());
  }
}
