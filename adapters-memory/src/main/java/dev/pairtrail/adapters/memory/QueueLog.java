package dev.pairtrail.adapters.memory;

import dev.pairtrail.application.GroupStatus;
import dev.pairtrail.application.port.AppendCondition;
import dev.pairtrail.application.port.AppendResult;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.Limits;
import dev.pairtrail.application.port.RestoreResult;
import dev.pairtrail.application.port.Tail;
import dev.pairtrail.application.port.TrimResult;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.EventTags;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.UnreadableEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** The log of one queue and its consumer groups, behind one lock. Thread-safe. */
final class QueueLog implements EventLog {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final InstantSource clock;
  private final int mostMissed;
  private final Entries entries;
  private final Map<String, Deliveries> groups = new HashMap<>();

  QueueLog(InstantSource clock, int mostMissed) {
    this.clock = clock;
    this.mostMissed = mostMissed;
    entries = new Entries(clock);
  }

  @Override
  public AppendResult append(List<NewEvent> events, AppendCondition condition) {
    if (events.size() > MAX_BATCH) {
      throw new IllegalArgumentException(
          "an append has at most " + MAX_BATCH + " events, not " + events.size());
    }
    return locked(() -> appendIf(condition, events));
  }

  private AppendResult appendIf(AppendCondition condition, List<NewEvent> events) {
    if (!entries.continues(condition.after())) {
      return new AppendResult.Diverged(entries.last());
    }
    List<LogEntry> missed = entries.after(condition.after().position(), mostMissed + 1L);
    if (missed.size() > mostMissed || (isUnread(condition) && entries.isInPart())) {
      return new AppendResult.TooFarBehind();
    }
    if (entries.conflictsWith(condition)) {
      return new AppendResult.Conflict(missed);
    }
    long firstRevision = entries.nextRevision();
    return new AppendResult.Appended(add(events), firstRevision, missed);
  }

  private static boolean isUnread(AppendCondition condition) {
    return condition.after().position().equals(Position.START);
  }

  private List<Position> add(List<NewEvent> events) {
    List<Position> positions = events.stream().map(this::add).toList();
    changed.signalAll();
    return positions;
  }

  private Position add(NewEvent event) {
    NewEvent kept = new NewEvent(event.metadata(), inGivenOrder(event.tags()), event.event());
    return entries.add(kept.tags(), kept::at);
  }

  /** Not Set.copyOf: its order differs from one JVM to the next, and a replay's should not. */
  private static Set<Tag> inGivenOrder(Set<Tag> tags) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(tags));
  }

  @Override
  public List<LogEntry> read(Position after, int limit) {
    Limits.requireLimit(limit);
    return locked(() -> entries.after(after, limit));
  }

  @Override
  public TrimResult trim(Position upTo) {
    return locked(() ->
        needs(upTo)
            .<TrimResult>map(TrimResult.Refused::new)
            .orElseGet(() -> new TrimResult.Trimmed(entries.trim(upTo))));
  }

  /** Why an entry up to a position has to stay; empty if none has to. */
  private Optional<String> needs(Position upTo) {
    return groups.entrySet().stream()
        .flatMap(group -> group.getValue().needs(upTo, group.getKey()).stream())
        .findFirst()
        .or(() -> entries.needs(upTo));
  }

  @Override
  public RestoreResult restore(Position after, List<LogEntry> restored) {
    return RestoreResult.refusal(after, restored)
        .<RestoreResult>map(refused -> refused)
        .orElseGet(() -> locked(() -> restoreIf(after, restored)));
  }

  private RestoreResult restoreIf(Position after, List<LogEntry> restored) {
    if (!entries.end().equals(after)) {
      return new RestoreResult.Refused("the log ends at " + entries.end() + ", not at " + after);
    }
    if (!restored.getFirst().position().isAfter(entries.last())) {
      return new RestoreResult.Refused("the log once ended at " + entries.last());
    }
    restored.forEach(entries::put);
    changed.signalAll();
    return new RestoreResult.Restored();
  }

  @Override
  public Tail tail() {
    return new QueueTail(this);
  }

  List<LogEntry> await(Position after, int limit, Duration wait) {
    return awaitSome(wait, () -> entries.after(after, limit));
  }

  void ensure(String group) {
    locked(() -> deliveries(group));
  }

  List<Position> deliver(String group, String consumer, int limit, Duration wait) {
    return awaitSome(wait, () -> deliveries(group).deliver(consumer, limit, clock.instant()));
  }

  List<Position> claim(String group, String consumer, Duration minIdle, int limit) {
    return locked(() -> deliveries(group).claim(consumer, minIdle, limit, clock.instant()));
  }

  void ack(String group, Collection<Position> positions) {
    locked(() -> {
      Optional.ofNullable(groups.get(group)).ifPresent(d -> d.ack(positions));
      return positions;
    });
  }

  /** Does something with what a group was delivered; the group is created if it does not exist. */
  <T> T inGroup(String group, Function<Deliveries, T> step) {
    return locked(() -> step.apply(deliveries(group)));
  }

  Instant now() {
    return clock.instant();
  }

  GroupStatus status(String group) {
    return locked(() -> {
      Deliveries deliveries = groups.getOrDefault(group, new Deliveries(entries));
      return deliveries.status(group, clock.instant());
    });
  }

  /** Those of a group, which is created if it does not exist. */
  private Deliveries deliveries(String group) {
    return groups.computeIfAbsent(group, _ -> new Deliveries(entries));
  }

  void appendForeign(Event event) {
    change(() ->
        entries.add(
            Set.of(),
            (position, _) ->
                new RecordedEvent(position, 0, EventTags.of(event), Optional.empty(), event)));
  }

  void appendUnreadable(Map<String, String> fields) {
    Map<String, String> kept = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    change(() ->
        entries.add(
            Set.of(),
            (position, _) -> new UnreadableEntry(position, 0, Set.of(), "it is no event", kept)));
  }

  void trim(int keep) {
    change(() -> entries.trim(keep));
  }

  void removeGroup(String group) {
    change(() -> groups.remove(group));
  }

  void removeConsumer(String group, String consumer) {
    change(() -> Optional.ofNullable(groups.get(group)).ifPresent(d -> d.remove(consumer)));
  }

  Replica replica() {
    return locked(() -> {
      Map<String, Deliveries.Copy> delivered = new HashMap<>();
      groups.forEach((name, deliveries) -> delivered.put(name, deliveries.copy()));
      return new Replica(entries.copy(), delivered);
    });
  }

  void failOver(Replica replica) {
    change(() -> {
      entries.restore(replica.entries());
      groups.clear();
      replica.groups().forEach((name, copy) -> groups.put(name, copy.of(entries)));
    });
  }

  void deleteAll() {
    change(() -> {
      entries.clear();
      groups.clear();
    });
  }

  private void change(Runnable change) {
    locked(() -> {
      change.run();
      changed.signalAll();
      return change;
    });
  }

  private <T> T locked(Supplier<T> step) {
    lock.lock();
    try {
      return step.get();
    } finally {
      lock.unlock();
    }
  }

  private <T> List<T> awaitSome(Duration wait, Supplier<List<T>> attempt) {
    lock.lock();
    try {
      long left = wait.toNanos();
      List<T> found = attempt.get();
      while (found.isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
        found = attempt.get();
      }
      return found;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return List.of();
    } finally {
      lock.unlock();
    }
  }
}
