package dev.pairtrail.faults.process;

import static org.awaitility.Awaitility.await;

import dev.pairtrail.adapters.redis.RedisEventStore;
import dev.pairtrail.application.CountedIds;
import dev.pairtrail.application.Environment;
import dev.pairtrail.application.Outcome;
import dev.pairtrail.application.Pairtrail;
import dev.pairtrail.application.Settings;
import dev.pairtrail.application.StateView;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RequestKey;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.queue.Ticket;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.faults.audit.Auditor;
import dev.pairtrail.faults.audit.Evidence;
import dev.pairtrail.faults.audit.Request;
import dev.pairtrail.faults.audit.Told;
import dev.pairtrail.faults.audit.Told.Moment;
import dev.pairtrail.faults.audit.Told.Verdict;
import dev.pairtrail.faults.audit.Violation;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Instances in one process, each on a connection of its own and with clients of its own. */
final class Crowd implements AutoCloseable {
  private static final QueueName QUEUE = new QueueName("default");
  private static final int VISITORS = 8;
  private static final Duration SOON = Duration.ofSeconds(60);

  /** What a restarted instance leaves behind is claimed sooner, so that the drain is short. */
  private static final Settings SETTINGS =
      Settings.defaults()
          .with(
              new Settings.Workers(
                  Duration.ofSeconds(3), Duration.ofSeconds(1), 5, Duration.ofMinutes(10)));

  private final int size;
  private final List<RedisEventStore> stores = new ArrayList<>();
  private final List<CountingStore> counting = new ArrayList<>();
  private final AtomicReferenceArray<Pairtrail> instances;
  private final AtomicIntegerArray acknowledged;
  private final CountedIds ids = new CountedIds();
  private final Queue<Told> told = new ConcurrentLinkedQueue<>();
  private final List<Thread> visitors = new ArrayList<>();
  private volatile boolean leaving;

  Crowd(int size, String uri) {
    this.size = size;
    instances = new AtomicReferenceArray<>(size);
    acknowledged = new AtomicIntegerArray(size);
    for (int i = 0; i < size; i++) {
      stores.add(new RedisEventStore(uri, RedisEventStore::defaultKey));
      counting.add(new CountingStore(stores.get(i)));
      start(i);
    }
  }

  private void start(int number) {
    Pairtrail instance =
        new Pairtrail(
            Map.of(QUEUE, RuleSet.oneOnOne()),
            new Environment(
                counting.get(number), ids, InstantSource.system(), SETTINGS, "i-" + number));
    instance.start();
    instances.set(number, instance);
  }

  /** Ends an instance in good order and starts it anew. */
  void restart(int number) {
    instances.get(number).close();
    start(number);
  }

  void come() {
    for (int i = 0; i < size * VISITORS; i++) {
      int visitor = i;
      visitors.add(Thread.ofVirtual().start(() -> visit(visitor)));
    }
  }

  void leave() throws InterruptedException {
    leaving = true;
    for (Thread visitor : visitors) {
      visitor.join();
    }
  }

  private void visit(int visitor) {
    int instance = visitor % size;
    for (int i = 0; !leaving; i++) {
      PlayerId player = new PlayerId("p-" + visitor + "-" + i);
      boolean known = false;
      while (!known) {
        known = enqueue(instance, player);
      }
    }
  }

  private boolean enqueue(int instance, PlayerId player) {
    Optional<RequestKey> key = Optional.of(new RequestKey("key of " + player.value()));
    Outcome<Ticket> outcome =
        instances
            .get(instance)
            .tickets()
            .enqueue(QUEUE, List.of(Player.of(player)), key, Origin.NONE)
            .join();
    Request request = new Request.Enqueue(List.of(player), key, 0);
    boolean done = outcome instanceof Outcome.Done;
    var ticket =
        outcome instanceof Outcome.Done<Ticket>(Ticket made)
            ? Optional.of(made.id())
            : Optional.<TicketId>empty();
    told.add(new Told(request, done ? Verdict.OK : Verdict.UNKNOWN, ticket, Moment.UNSEEN));
    if (done) {
      acknowledged.incrementAndGet(instance);
    }
    return done;
  }

  /**
   * How long after an acknowledgement by one instance another one knows of it, the longest of so
   * many times.
   */
  Duration knownElsewhereWithin(int times) {
    Duration longest = Duration.ZERO;
    for (int i = 0; i < times; i++) {
      Duration once = knownElsewhereWithin(i % size, (i + 1) % size, new PlayerId("known-" + i));
      longest = once.compareTo(longest) > 0 ? once : longest;
    }
    return longest;
  }

  private Duration knownElsewhereWithin(int here, int there, PlayerId player) {
    await().atMost(SOON).until(() -> enqueue(here, player));
    long acknowledged = System.nanoTime();
    Position written = position(here);
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> !written.isAfter(position(there)));
    return Duration.ofNanos(System.nanoTime() - acknowledged);
  }

  private Position position(int instance) {
    return instances.get(instance).queues().state(QUEUE) instanceof Outcome.Done<StateView>(var it)
        ? it.position()
        : Position.START;
  }

  long acknowledged() {
    return shares().stream().mapToLong(share -> share).sum();
  }

  /** What each instance acknowledged. */
  List<Long> shares() {
    List<Long> shares = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      shares.add((long) acknowledged.get(i));
    }
    return shares;
  }

  List<Violation> violations() {
    var log = stores.getFirst().log(QUEUE).read(Position.START, 1_000_000);
    Auditor auditor = new Auditor(new Evidence(log, List.of(), List.copyOf(told)));
    auditor.drained(stores.getFirst().group(QUEUE, Site.WORKERS).status());
    return auditor.violations();
  }

  /** Conflicts for each commit, and each instance's share of commands and matches. */
  @Override
  public String toString() {
    long commits = counting.stream().mapToLong(CountingStore::commits).sum();
    long conflicts = counting.stream().mapToLong(CountingStore::conflicts).sum();
    return "%d acknowledged, %d commits, %d conflicts, shares %s, matches %s"
        .formatted(
            acknowledged(),
            commits,
            conflicts,
            shares(),
            counting.stream().map(CountingStore::matches).toList());
  }

  @Override
  public void close() {
    for (int i = 0; i < size; i++) {
      instances.get(i).close();
      stores.get(i).close();
    }
  }
}
