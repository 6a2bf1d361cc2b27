package dev.pairtrail.benchmarks;

import dev.pairtrail.benchmarks.Arrivals.Arrival;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What became of the players. Thread-safe. */
final class Outcomes {
  private final Latencies posted = new Latencies();
  private final Latencies matched = new Latencies();
  private final Latencies both = new Latencies();
  private final Map<String, Sight> firstInRoom = new ConcurrentHashMap<>();
  private final Map<String, Long> failures = new ConcurrentHashMap<>();

  /** When a player was due, and saw its match. */
  private record Sight(Arrival arrival, long at) {}

  void posted(Arrival arrival) {
    if (arrival.counts()) {
      posted.record(arrival.due(), System.nanoTime());
    }
  }

  void matched(Arrival arrival, String room) {
    Sight sight = new Sight(arrival, System.nanoTime());
    if (arrival.counts()) {
      matched.record(arrival.due(), sight.at());
    }
    Sight other = other(room, sight);
    if (other != null && arrival.counts() && other.arrival().counts()) {
      both.record(Math.min(arrival.due(), other.arrival().due()), Math.max(sight.at(), other.at()));
    }
  }

  /** What the opponent saw, if that was before. */
  private @Nullable Sight other(String room, Sight sight) {
    Sight first = firstInRoom.putIfAbsent(room, sight);
    if (first != null) {
      firstInRoom.remove(room);
    }
    return first;
  }

  void failed(String reason) {
    failures.merge(reason, 1L, Long::sum);
  }

  long failures() {
    return failures.values().stream().mapToLong(Long::longValue).sum();
  }

  Latencies.Summary ticketsAnswered() {
    return posted.summary();
  }

  /** Why some failed, and how many. */
  Map<String, Long> causes() {
    return new TreeMap<>(failures);
  }

  Report report(int rate, int seconds) {
    return new Report(rate, seconds, posted.summary(), matched.summary(), both.summary(), causes());
  }
}
