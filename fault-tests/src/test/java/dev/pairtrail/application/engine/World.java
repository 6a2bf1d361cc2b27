package dev.pairtrail.application.engine;

import dev.pairtrail.adapters.memory.MemoryArchive;
import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.adapters.memory.Replica;
import dev.pairtrail.application.CountedIds;
import dev.pairtrail.application.ManualClock;
import dev.pairtrail.application.Settings;
import dev.pairtrail.application.port.Feeds;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.faults.audit.Evidence.Lost;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Everything of one run on one thread: clock, store, instances, clients, and the seed that decides
 * who acts next. While one instance is in a call to the store, others act.
 */
final class World {
  static final QueueName QUEUE = new QueueName("duel");
  static final String WORKERS = "matchmaking-workers";
  private static final int DEEPEST = 3;

  final MemoryEventStore store;
  final MemoryArchive archive = new MemoryArchive();
  final KeptLog keptLog;
  final Feeds feeds;
  final CountedIds ids = new CountedIds();
  final List<Lost> lost = new ArrayList<>();
  final List<SimulatedInstance> instances = new ArrayList<>();
  final Clients clients;
  boolean consumerRemoved;
  boolean clientsRest;
  private final ManualClock clock = new ManualClock();
  private final Random random;
  private final Faults faults;
  private final Plant plant;
  private final Trace trace;
  private final List<Runnable> late = new ArrayList<>();
  private final Course course;
  private Optional<Replica> replica = Optional.empty();
  private int losses;
  private int depth;
  private int started;

  World(long seed, Plant plant, boolean tracing) {
    this.plant = plant;
    trace = new Trace(tracing);
    random = new Random(seed);
    course = Course.of(random);
    store = new MemoryEventStore(clock, course.mostMissed());
    keptLog = new KeptLog(store, archive);
    feeds = plant.feeds(store.feeds());
    faults = new Faults(random, course.level());
    clients = new Clients(this, random, course.rules());
    for (int i = 0; i < course.instances(); i++) {
      start();
    }
  }

  Plant plant() {
    return plant;
  }

  Faults faults() {
    return faults;
  }

  Instant now() {
    return clock.instant();
  }

  void advance(Duration by) {
    clock.advance(by);
  }

  void start() {
    RuleSet rules = random.nextInt(10) == 0 ? course.otherRules() : course.rules();
    Settings settings = course.settings();
    Duration offset = Duration.ofMillis(random.nextInt(10_001));
    String name = "i-" + ++started;
    instances.add(new SimulatedInstance(name, this, settings, rules, offset));
    trace(() -> name + " starts, its clock " + offset + " ahead");
  }

  /** One act of somebody. */
  void step() {
    int what = random.nextInt(106);
    if (what < 18) {
      if (!clientsRest) {
        clients.act();
      }
    } else if (what < 46) {
      some(SimulatedInstance::turn);
    } else if (what < 66) {
      some(SimulatedInstance::work);
    } else if (what < 78) {
      some(SimulatedInstance::observe);
    } else if (what < 80) {
      keep();
    } else if (what < 94) {
      advance(Duration.ofMillis(random.nextInt(what < 92 ? 300 : 6_000)));
    } else if (what < 96) {
      arriveLate();
    } else if (what < 100) {
      misfortune();
    } else {
      some(SimulatedInstance::derive);
    }
  }

  /** Another program may have written what is no event. */
  private void keep() {
    if (course.keeps()) {
      some(SimulatedInstance::keep);
      if (faults.happens(0.1)) {
        trace(() -> "something is written that is no event");
        store.appendUnreadable(QUEUE, Map.of("hello", "world"));
      }
    }
  }

  /** Whether there are snapshots, an archive, and entries that are no events. */
  boolean keeps() {
    return course.keeps();
  }

  private void some(Consumer<SimulatedInstance> act) {
    List<SimulatedInstance> able = instances.stream().filter(SimulatedInstance::canRun).toList();
    if (!able.isEmpty()) {
      run(able.get(random.nextInt(able.size())), act);
    }
  }

  /** Lets an instance act; if it crashes in the middle it is gone. */
  void run(SimulatedInstance instance, Consumer<SimulatedInstance> act) {
    instance.busy = true;
    try {
      act.accept(instance);
    } catch (Crash e) {
      crash(instance);
    } finally {
      instance.busy = false;
    }
  }

  private void crash(SimulatedInstance instance) {
    trace(() -> instance.name + " crashes");
    instances.remove(instance);
    clients.crashed(instance);
    if (instances.isEmpty() || random.nextInt(3) > 0) {
      start();
    }
  }

  private void misfortune() {
    if (!faults.happens(1)) {
      return;
    }
    int what = random.nextInt(20);
    if (what < 3) {
      some(instance -> {
        throw new Crash();
      });
    } else if (what < 8) {
      some(instance -> instance.pauseFor(Duration.ofSeconds(20)));
    } else if (what < 10) {
      trace(() -> "the group is lost");
      store.removeGroup(QUEUE, WORKERS);
    } else if (what < 11) {
      some(this::removeConsumer);
    } else if (course.failsOver()) {
      failOver();
    }
  }

  /** Whether the newcomers are in the log and every entry is in somebody's hands. */
  boolean nothingIsLeftToDeliver() {
    return clients.waiting() == 0
        && store.group(QUEUE, WORKERS).status().lag().orElse(1) == 0
        && instances.stream().anyMatch(SimulatedInstance::isWorking);
  }

  /**
   * Whoever has entries in hand may die with them, and nobody comes in its place; the group may be
   * lost as well.
   */
  void lastStroke() {
    List<SimulatedInstance> working =
        instances.stream().filter(SimulatedInstance::isWorking).toList();
    if (faults.happens(0.7) && working.size() < instances.size()) {
      trace(() -> working.size() + " die at work");
      instances.removeAll(working);
      working.forEach(clients::crashed);
      if (faults.coin()) {
        store.removeGroup(QUEUE, WORKERS);
      }
    }
  }

  private void removeConsumer(SimulatedInstance instance) {
    trace(() -> "the consumer of " + instance.name + " is removed");
    store.removeConsumer(QUEUE, WORKERS, "consumer-" + instance.name);
    consumerRemoved = true;
  }

  /** First a replica falls behind, then it takes over; that takes a while. */
  private void failOver() {
    if (replica.isEmpty()) {
      replica = Optional.of(store.replica(QUEUE));
      return;
    }
    List<LogEntry> before = log();
    store.failOver(QUEUE, replica.get());
    replica = Optional.empty();
    late.clear();
    advance(Duration.ofSeconds(1));
    losses++;
    List<LogEntry> gone = keptLog.goneOf(before);
    trace(() -> "a failover loses " + gone);
    instances.forEach(instance -> instance.lose(gone));
    keptLog.moveAway(gone);
    if (!plant.hidesLosses()) {
      gone.forEach(entry -> lost.add(new Lost(losses, entry)));
    }
  }

  void later(Runnable request) {
    late.add(request);
  }

  private void arriveLate() {
    if (!late.isEmpty()) {
      trace(() -> "a late request arrives");
      late.remove(random.nextInt(late.size())).run();
    }
  }

  /** While somebody waits for the store, others act. */
  void interleave() {
    if (!faults.stopped() && depth < DEEPEST && random.nextInt(4) == 0) {
      depth++;
      for (int steps = random.nextInt(5); steps > 0; steps--) {
        step();
      }
      depth--;
    }
  }

  /** Somebody waits for so long. */
  boolean pause(Duration duration) {
    advance(duration);
    interleave();
    return true;
  }

  List<LogEntry> log() {
    return keptLog.all();
  }

  int losses() {
    return losses;
  }

  /** Within what time an instance looks at what nobody told it. */
  Duration look() {
    return course.settings().workers().claimEvery();
  }

  /** The end of the log now. */
  Position last() {
    return keptLog.last();
  }

  void endFaults() {
    faults.stop();
    late.clear();
    instances.forEach(SimulatedInstance::resume);
    trace(() -> "the faults end");
  }

  void trace(Supplier<String> what) {
    trace.add(() -> now() + "  ".repeat(depth + 1) + what.get());
  }

  String traced() {
    return trace.toString();
  }
}
