package dev.pairtrail.application.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.EventId;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.EventTags;
import dev.pairtrail.domain.event.Metadata;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.domain.event.PlayerEnqueued;
import dev.pairtrail.domain.queue.Command;
import dev.pairtrail.domain.queue.Decider;
import dev.pairtrail.domain.queue.Decision;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.rules.AttributeSpec;
import dev.pairtrail.domain.rules.DistanceRule;
import dev.pairtrail.domain.rules.Limit;
import dev.pairtrail.domain.rules.Missing;
import dev.pairtrail.domain.rules.Party;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A queue of duels and its log: players meet whose ratings are within 100, from 10 s on within 200.
 * What is asked of it is decided and appended; its time moves when told to.
 */
final class Duels {
  static final QueueName QUEUE = new QueueName("duel");
  static final Instant START = Instant.parse("2026-11-27T10:00:00Z");
  private static final int PAGE = 7;

  final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final EventLog log = new MemoryEventStore(now::get).log(QUEUE);
  final RecordedLog recorded = new RecordedLog(QUEUE, log, PAGE);
  private int ids;
  private int rooms;

  /** The rules of the duels. */
  static RuleSet rules() {
    RuleSet plain = RuleSet.oneOnOne();
    var rating = new AttributeSpec(AttributeSpec.Type.NUMBER, Optional.empty());
    var limit =
        new Limit<>(
            100.0, List.of(new Limit.Step<>(Duration.ofSeconds(10), 200.0)), Optional.empty());
    return new RuleSet(
        Map.of("rating", rating),
        List.of(),
        plain.teams(),
        List.of(new DistanceRule("fair", "rating", Party.AVG, limit, Missing.REJECT)),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Duration.ofMinutes(1)),
        plain.joinTimeout(),
        plain.start());
  }

  Duels begun() {
    return ask(new Command.ActivateRules(rules()));
  }

  Duels at(double second) {
    now.set(START.plusMillis(Math.round(second * 1000)));
    return this;
  }

  /** Enqueues a player, whose ticket has the same name. */
  Duels enqueue(String name, double rating) {
    append(
        new PlayerEnqueued(
            new TicketId(name),
            new Player(
                new PlayerId(name), Map.of("rating", new Attribute.Numeric(rating)), Map.of()),
            now.get()));
    return this;
  }

  Duels pass() {
    return ask(new Command.RunPass(() -> new RoomId("r" + ++rooms), 100));
  }

  Duels ask(Command command) {
    QueueState state =
        Replay.fold(recorded, new QueueState(QUEUE, 10), new LogPoint.End(), Progress.NONE);
    Decision decision = Decider.decide(state, command, now.get());
    assertThat(decision).isInstanceOf(Decision.Accepted.class);
    ((Decision.Accepted) decision).events().forEach(decided -> append(decided.event()));
    return this;
  }

  void append(Event event) {
    NewEvent added =
        new NewEvent(
            new Metadata(new EventId(new UUID(0, ++ids)), Origin.NONE), EventTags.of(event), event);
    log.append(List.of(added), new AppendCondition(Head.START, Set.of()));
  }

  /** Where the log ends now. */
  LogPoint end() {
    return new LogPoint.AtPosition(recorded.end().orElseThrow());
  }

  Traced traced(String ticket, LogPoint at, Optional<String> with) {
    return new Tracer(recorded, States.folded(recorded, Progress.NONE))
        .trace(
            new Tracer.Question(
                new TicketId(ticket), at, Optional.of(now.get()), with.map(TicketId::new)));
  }

  Trace trace(String ticket) {
    return trace(ticket, new LogPoint.End());
  }

  Trace trace(String ticket, LogPoint at) {
    return found(traced(ticket, at, Optional.empty()));
  }

  static Trace found(Traced traced) {
    assertThat(traced).isInstanceOf(Traced.Found.class);
    return ((Traced.Found) traced).trace();
  }
}
