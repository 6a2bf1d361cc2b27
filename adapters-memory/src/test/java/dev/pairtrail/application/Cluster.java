package dev.pairtrail.application;

import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RequestKey;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.queue.Ticket;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Whole instances on one store in memory, each with its threads. */
final class Cluster implements AutoCloseable {
  static final QueueName QUEUE = new QueueName("duel");

  final MemoryEventStore store = new MemoryEventStore(InstantSource.system());
  private final CountedIds ids = new CountedIds();
  private final List<Pairtrail> instances = new ArrayList<>();

  Pairtrail start(RuleSet rules) {
    return start(rules, Settings.defaults());
  }

  Pairtrail start(RuleSet rules, Settings settings) {
    Pairtrail instance =
        new Pairtrail(
            Map.of(QUEUE, rules),
            new Environment(
                store, ids, InstantSource.system(), settings, "instance-" + instances.size()));
    instance.start();
    instances.add(instance);
    return instance;
  }

  static CompletableFuture<Outcome<Ticket>> enqueue(Pairtrail instance, String player) {
    return instance
        .tickets()
        .enqueue(
            QUEUE,
            List.of(Player.of(new PlayerId(player))),
            Optional.of(new RequestKey("key of " + player)),
            Origin.NONE);
  }

  static Ticket enqueued(Pairtrail instance, String player) {
    return value(enqueue(instance, player).orTimeout(30, TimeUnit.SECONDS).join());
  }

  static <T> T value(Outcome<T> outcome) {
    if (outcome instanceof Outcome.Done<T>(T value)) {
      return value;
    }
    throw new AssertionError("not done: " + outcome);
  }

  static StateView state(Pairtrail instance) {
    return value(instance.queues().state(QUEUE));
  }

  List<LogEntry> log() {
    return store.log(QUEUE).read(Position.START, 1_000_000);
  }

  /** Settings whose limits a test can reach. */
  static Settings small() {
    return Settings.defaults()
        .with(new Settings.Reads(10, Duration.ofMillis(200), Duration.ofMillis(1), 4))
        .with(
            new Settings.Workers(Duration.ZERO, Duration.ofMillis(50), 5, Duration.ofMinutes(10)));
  }

  @Override
  public void close() {
    instances.forEach(Pairtrail::close);
  }
}
