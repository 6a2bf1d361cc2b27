package dev.pairtrail.adapters.memory;

import dev.pairtrail.application.GroupStatus;
import dev.pairtrail.application.GroupStatus.ConsumerStatus;
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
  private record Pending(String consumer, Instant since) {
    boolean isIdle(Duration least, Instant now) {
      return Duration.between(since, now).compareTo(least) >= 0;
    }
  }

  private final Entries entries;
  private final NavigableMap<Position, Pending> pending = new TreeMap<>();
  private final Map<String, Instant> lastSeen = new TreeMap<>();
  private Position lastDelivered = Position.START;

  Deliveries(Entries entries) {
    this.entries = entries;
  }

  List<Position> deliver(String consumer, int limit, Instant now) {
    lastSeen.put(consumer, now);
    List<LogEntry> delivered = entries.after(lastDelivered, limit);
    for (LogEntry entry : delivered) {
      pending.put(entry.position(), new Pending(consumer, now));
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
    claimed.forEach(position -> pending.put(position, new Pending(consumer, now)));
    return claimed.stream().filter(position -> entries.at(position).isPresent()).toList();
  }

  void ack(Collection<Position> positions) {
    positions.forEach(pending::remove);
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
        lastSeen.entrySet().stream().map(e -> status(e.getKey(), e.getValue(), now)).toList());
  }

  private ConsumerStatus status(String consumer, Instant seen, Instant now) {
    long own = pending.values().stream().filter(p -> p.consumer().equals(consumer)).count();
    Duration idle = Duration.between(seen, now);
    return new ConsumerStatus(consumer, own, idle.isNegative() ? Duration.ZERO : idle);
  }
}
