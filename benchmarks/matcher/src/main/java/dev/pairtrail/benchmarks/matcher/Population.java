package dev.pairtrail.benchmarks.matcher;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.EventTags;
import dev.pairtrail.domain.event.PlayerEnqueued;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.RuleSetActivated;
import dev.pairtrail.domain.queue.Command.RunPass;
import dev.pairtrail.domain.queue.Decider;
import dev.pairtrail.domain.queue.Decision.Accepted;
import dev.pairtrail.domain.queue.Decision.Decided;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/** A queue's state, and players who come to it by one seed. */
final class Population {
  static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
  private static final Attribute MODE = new Attribute.Text("ctf");

  final QueueState state = new QueueState(new QueueName("bench"), 200_000);
  private final SplittableRandom random = new SplittableRandom(42);
  private long entries;
  private int rooms;

  Population(RuleSet rules) {
    fold(new RuleSetActivated(1, rules, START));
  }

  /** Players with ratings of a mean and deviation, each a millisecond after the one before. */
  void arrive(int players, double mean, double deviation) {
    for (int i = 0; i < players; i++) {
      fold(player(i, mean + deviation * random.nextGaussian(), START.plusMillis(i)));
    }
  }

  /** Players with ratings that are so far apart from each other. */
  void spread(int players, double apart) {
    for (int i = 0; i < players; i++) {
      fold(player(i, apart * i, START.plusMillis(i)));
    }
  }

  PlayerEnqueued player(int number, double rating, Instant at) {
    String id = new UUID(0x0197_0000_0000_7000L + number, random.nextLong()).toString();
    return new PlayerEnqueued(
        new TicketId(id),
        new Player(
            new PlayerId("p-" + number),
            Map.of("rating", new Attribute.Numeric(rating), "mode", MODE),
            Map.of()),
        at);
  }

  void fold(Event event) {
    state.evolve(entry(event));
  }

  /** An event as the log has it, next. */
  RecordedEvent entry(Event event) {
    long number = ++entries;
    return new RecordedEvent(
        new Position(number, 0), number, EventTags.of(event), Optional.empty(), event);
  }

  /** Decides a pass and leaves the state as it is. */
  List<Decided> decide(Instant now) {
    RunPass pass = new RunPass(() -> new RoomId("r" + ++rooms), Integer.MAX_VALUE);
    return ((Accepted) Decider.decide(state, pass, now)).events();
  }

  /** Decides a pass and folds what it yields. */
  List<Decided> pass(Instant now) {
    List<Decided> events = decide(now);
    state.passBegan(now);
    events.forEach(decided -> fold(decided.event()));
    state.passEnded(true);
    return events;
  }
}
