package dev.pairtrail.adapters.memory;

import dev.pairtrail.application.DeadLetter;
import dev.pairtrail.application.GroupStatus;
import dev.pairtrail.application.GroupStatus.ConsumerStatus;
import dev.pairtrail.application.port.Consumer.GivenUp;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What one consumer group was delivered of a log and has not acknowledged. Not thread-safe; {@link
 * QueueLog} guards it.
 */
final class Deliveries {
  /** Longer ago than any claim asks for. */
  private static final Instant LONG_AGO = Instant.EPOCH;

  private record Pending(String consumer, Instant since, int deliveries) {
    boolean isIdle(Duration least, Instant now) {
      return Duration.between(since, now).compareTo(least) >= 0;
    }
  }

  private final Entries entries;
  private final NavigableMap<Position, Pending> pending = new TreeMap<>();
  private final DeadLetters deadLetters = new DeadLetters();
  private final Map<String, Instant> lastSeen = new TreeMap<>();
  private Position lastDelivered = Position.START;

  Deliveries(Entries entries) {
    this.entries = entries;
  }

  List<Position> deliver(String consumer, int limit, Instant now) {
    lastSeen.put(consumer, now);
    List<LogEntry> delivered = entries.after(lastDelivered, limit);
    for (LogEntry entry : delivered) {
      pending.put(entry.position(), new Pending(consumer, now, 1));
      lastDelivered = entry.position();
    }
    return delivered.stream().map(LogEntry::position).toList();
  }

  List<Position> claim(String consumer, Duration minIdle, int limit, Instant now) {
    lastSeen.put(consumer, now);
    pending.keySet().removeIf(position -> !entries.has(position));
    List<Position> claimed =
        pending.entrySet().stream()
            .filter(entry -> entry.getValue().isIdle(minIdle, now))
            .limit(limit)
            .map(Map.Entry::getKey)
            .toList();
    claimed.forEach(position ->
        pending.computeIfPresent(
            position, (_, held) -> new Pending(consumer, now, held.deliveries() + 1)));
    return claimed.stream().filter(position -> entries.at(position).isPresent()).toList();
  }

  void ack(Collection<Position> positions) {
    positions.forEach(pending::remove);
  }

  /** A dead letter keeps a copy of the entry; of one that is gone from the log there is none. */
  List<Position> park(String group, Collection<Position> positions, GivenUp why) {
    List<Position> parked = positions.stream().filter(at -> isDue(at, why)).toList();
    parked.forEach(at -> {
      park(group, at, why);
      pending.remove(at);
    });
    return parked;
  }

  private boolean isDue(Position at, GivenUp why) {
    Pending held = pending.get(at);
    return held != null && held.deliveries() >= why.deliveries();
  }

  private void park(String group, Position at, GivenUp why) {
    Pending held = pending.get(at);
    long deliveries = held == null ? 0 : held.deliveries();
    entries
        .at(at)
        .map(entry -> new DeadLetter(group, why.reason(), deliveries, why.at(), entry))
        .ifPresent(deadLetters::add);
  }

  boolean retry(Position at, String consumer) {
    boolean possible = deadLetters.has(at) && entries.has(at);
    if (possible) {
      deadLetters.remove(at);
      pending.put(at, new Pending(consumer, LONG_AGO, 0));
    }
    return possible;
  }

  DeadLetters deadLetters() {
    return deadLetters;
  }

  List<String> removeIdle(String except, Duration idle, Instant now) {
    List<String> removed =
        lastSeen.keySet().stream()
            .filter(name -> !name.equals(except) && held(name) == 0)
            .filter(name -> Duration.between(lastSeen.get(name), now).compareTo(idle) >= 0)
            .toList();
    removed.forEach(lastSeen::remove);
    return removed;
  }

  private long held(String consumer) {
    return pending.values().stream().filter(p -> p.consumer().equals(consumer)).count();
  }

  void remove(String consumer) {
    pending.values().removeIf(delivered -> delivered.consumer().equals(consumer));
    lastSeen.remove(consumer);
  }

  /** What was delivered at one moment. */
  static final class Copy {
    private final Map<Position, Pending> pending;
    private final Map<String, Instant> lastSeen;
    private final Position lastDelivered;
    private final List<DeadLetter> deadLetters;

    private Copy(Deliveries deliveries) {
      pending = new TreeMap<>(deliveries.pending);
      lastSeen = new TreeMap<>(deliveries.lastSeen);
      lastDelivered = deliveries.lastDelivered;
      deadLetters = deliveries.deadLetters.after(Position.START, Integer.MAX_VALUE);
    }

    /** The same deliveries, of these entries. */
    Deliveries of(Entries entries) {
      Deliveries deliveries = new Deliveries(entries);
      deliveries.pending.putAll(pending);
      deliveries.lastSeen.putAll(lastSeen);
      deliveries.lastDelivered = lastDelivered;
      deadLetters.forEach(deliveries.deadLetters::add);
      return deliveries;
    }
  }

  Copy copy() {
    return new Copy(this);
  }

  /** Why the group needs an entry up to a position; empty if it does not. */
  Optional<String> needs(Position upTo, String group) {
    if (upTo.isAfter(lastDelivered)) {
      return Optional.of("the group " + group + " was delivered up to " + lastDelivered);
    }
    return pending.isEmpty() || pending.firstKey().isAfter(upTo)
        ? Optional.empty()
        : Optional.of("the group " + group + " has " + pending.firstKey() + " pending");
  }

  GroupStatus status(String group, Instant now) {
    return new GroupStatus(
        group,
        entries.size(),
        OptionalLong.of(entries.countAfter(lastDelivered)),
        pending.size(),
        pending.isEmpty() ? Optional.empty() : Optional.of(pending.firstKey()),
        lastDelivered,
        deadLetters.size(),
        lastSeen.entrySet().stream().map(e -> status(e.getKey(), e.getValue(), now)).toList());
  }

  private ConsumerStatus status(String consumer, Instant seen, Instant now) {
    Duration idle = Duration.between(seen, now);
    return new ConsumerStatus(consumer, held(consumer), idle.isNegative() ? Duration.ZERO : idle);
  }
}
