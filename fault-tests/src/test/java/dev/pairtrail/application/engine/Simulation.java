package dev.pairtrail.application.engine;

import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.faults.audit.Auditor;
import dev.pairtrail.faults.audit.Evidence;
import dev.pairtrail.faults.audit.Invariant;
import dev.pairtrail.faults.audit.LiveView;
import dev.pairtrail.faults.audit.Told;
import dev.pairtrail.faults.audit.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One run by one seed: faults, then none, then a drain, then the audit. */
final class Simulation {
  private static final int STEPS = 200;
  private static final int STEPS_WITHOUT_CLIENTS = 40;
  private static final Duration ROUND = Duration.ofMillis(250);
  private static final int MOST_ROUNDS = 400;
  private static final int SETTLING = 12;
  private static final int PATIENCE = 20;

  /** Verifying a log costs as much as the run that made it. */
  private static final int PAST_EVERY = 5;

  private final long seed;
  private final World world;
  private final List<Violation> violations = new ArrayList<>();

  private Simulation(long seed, World world) {
    this.seed = seed;
    this.world = world;
  }

  /**
   * What came of a run.
   *
   * @param trace its last steps, if it was traced
   */
  record Report(
      long seed, List<Violation> violations, int entries, int told, int lost, String trace) {
    @Override
    public String toString() {
      return "seed %d: %s%n  %s%nReplay with -Dseed=%d. The last steps:%n%s"
          .formatted(
              seed,
              violations.size() + " violations",
              violations.stream().map(Violation::toString).collect(Collectors.joining("\n  ")),
              seed,
              trace);
    }
  }

  /** Runs a seed, and once more with a trace if it fails. */
  static Report run(long seed, Plant plant) {
    Report report = run(seed, plant, false);
    return report.violations().isEmpty() ? report : run(seed, plant, true);
  }

  static Report run(long seed, Plant plant, boolean tracing) {
    World world = new World(seed, plant, tracing);
    Simulation simulation = new Simulation(seed, world);
    simulation.play();
    return new Report(
        seed,
        simulation.violations,
        world.log().size(),
        world.clients.told.size(),
        world.lost.size(),
        world.traced());
  }

  private void play() {
    steps(STEPS);
    world.clientsRest = true;
    world.endFaults();
    drain("the faults end");
    ambush();
    world.endFaults();
    drain("the ambush");
    Auditor early = new Auditor(evidence());
    early.matched(earliestClock());
    violations.addAll(of(early, Invariant.I9));
    welcomeNewcomers();
    drain("newcomers come");
    audit();
  }

  /** All is quiet, two come, and whoever takes their entries in hand may die with them. */
  private void ambush() {
    world.faults().resume();
    welcome("last", 5_000, world.instances.subList(0, 1));
    for (int i = 0; i < STEPS_WITHOUT_CLIENTS; i++) {
      world.step();
      if (world.nothingIsLeftToDeliver()) {
        world.lastStroke();
        return;
      }
    }
  }

  private void steps(int number) {
    for (int i = 0; i < number; i++) {
      world.step();
    }
  }

  private static List<Violation> of(Auditor auditor, Invariant invariant) {
    return auditor.violations().stream().filter(v -> v.invariant() == invariant).toList();
  }

  private Evidence evidence() {
    return new Evidence(world.plant().audited(world.log()), world.lost, world.clients.told);
  }

  /** What even the clock that is furthest behind shows for a while. */
  private Instant earliestClock() {
    return world.instances.stream()
        .map(SimulatedInstance::now)
        .min(Instant::compareTo)
        .orElse(world.now())
        .minusSeconds(1);
  }

  private void drain(String after) {
    int rounds = 0;
    while (!isQuiet() && rounds < MOST_ROUNDS) {
      round();
      rounds++;
    }
    if (rounds == MOST_ROUNDS) {
      violations.add(Violation.of(Invariant.I8, "it does not get quiet after " + after));
    }
    for (int i = 0; i < settling(); i++) {
      round();
    }
    for (int i = 0; i < MOST_ROUNDS && !(isQuiet() && allHaveRead()); i++) {
      turnAll();
    }
  }

  /** What went with a consumer that somebody removed is found by the next look, and not before. */
  private long settling() {
    return SETTLING + (world.consumerRemoved ? world.look().dividedBy(ROUND) : 0);
  }

  private boolean allHaveRead() {
    Position last = world.last();
    return world.instances.stream().allMatch(i -> i.folded.head().position().equals(last));
  }

  private void round() {
    world.advance(ROUND);
    turnAll();
  }

  private void turnAll() {
    for (SimulatedInstance instance : List.copyOf(world.instances)) {
      world.run(instance, SimulatedInstance::observe);
      world.run(instance, SimulatedInstance::work);
      world.run(instance, SimulatedInstance::turn);
      world.run(instance, SimulatedInstance::derive);
    }
  }

  private boolean isQuiet() {
    var group = world.store.group(World.QUEUE, World.WORKERS).status();
    return group.pending() == 0
        && group.lag().orElse(0) == 0
        && world.clients.waiting() == 0
        && world.feeds.checkpoint().of(World.QUEUE).derived().position().equals(world.last())
        && world.instances.stream().allMatch(SimulatedInstance::isQuiet);
  }

  /** On each instance a match of its own, of players whom nobody else may meet. */
  private int welcome(String name, double rating, List<SimulatedInstance> instances) {
    int asked = 0;
    for (SimulatedInstance instance : List.copyOf(instances)) {
      int players = instance.folded.state().rules().rules().matchSize();
      for (int i = 0; i < players; i++) {
        Player player = People.player(name + "-" + asked++, rating, instance.name);
        world.clients.ask(instance, world.clients.enqueue(List.of(player), true));
      }
    }
    return asked;
  }

  private void welcomeNewcomers() {
    int before = world.clients.told.size();
    int asked = welcome("late", 9_000, world.instances);
    for (int i = 0; i < PATIENCE; i++) {
      round();
    }
    List<Told> told = world.clients.told.subList(before, world.clients.told.size());
    if (told.stream().filter(Told::isOk).count() != asked) {
      violations.add(Violation.of(Invariant.I9, "newcomers are not taken: " + told));
    }
  }

  private void audit() {
    Auditor auditor = new Auditor(evidence());
    auditor.matched(earliestClock());
    auditor.drained(world.store.group(World.QUEUE, World.WORKERS).status());
    String folded = digest(fold());
    for (SimulatedInstance instance : world.instances) {
      QueueState state = instance.folded.state();
      auditor.live(view(instance.name, state));
      if (!instance.hasReported()) {
        String what = instance.name + " knew entries that are gone and did not say so";
        auditor.report(Violation.of(Invariant.I2, what));
      }
      requireSame(auditor, instance.name, digest(state), folded);
      auditor.delivered(instance.name, Position.START, instance.delivered);
    }
    auditor.feeds(World.QUEUE, world.feeds);
    restarted(auditor);
    if (seed % PAST_EVERY == 0) {
      PastCheck past = new PastCheck(world);
      past.decisions(auditor, world.instances.getFirst().eventsPerPass());
      past.states(auditor, fold());
    }
    late(auditor);
    violations.addAll(auditor.violations());
  }

  private static void requireSame(Auditor auditor, String who, Object has, Object folded) {
    if (!has.equals(folded)) {
      String what = who + " has " + has + ", the log folds to " + folded;
      auditor.report(Violation.of(Invariant.I5, what));
    }
  }

  /** From the snapshot and the tail, and from the archive and the log, comes the same state. */
  private void restarted(Auditor auditor) {
    EventLog log = world.keptLog.crossing();
    var start = new StartingPoint(World.QUEUE, log, world.store.snapshots(World.QUEUE), 100_000);
    var losses = new Losses(World.QUEUE, world::now);
    Folded next = new Folded(log, start, _ -> {}, losses, 7);
    QueueState folded = fold();
    next.rebuild(Set.of());
    requireSame(auditor, "snapshot and tail", next.state().snapshot(), folded.snapshot());
    next.rebuild(Set.of(world.ids.newEvent()));
    requireSame(auditor, "archive and log", next.state().snapshot(), folded.snapshot());
  }

  /** Newcomers are matched, as nothing keeps them apart. */
  private void late(Auditor auditor) {
    fold()
        .waiting()
        .filter(ticket -> ticket.players().getFirst().id().value().startsWith("late-"))
        .filter(ticket -> fold().rules().rules().matchSize() == 2)
        .skip(1)
        .forEach(t -> auditor.report(Violation.of(Invariant.I9, t.id() + " still waits")));
  }

  private QueueState fold() {
    QueueState state = new QueueState(World.QUEUE, 100_000);
    world.log().forEach(state::evolve);
    return state;
  }

  private static LiveView view(String name, QueueState state) {
    Map<String, Long> counts = new HashMap<>();
    state.counts().forEach((count, n) -> counts.put(count.name().toLowerCase(Locale.ROOT), n));
    return new LiveView(
        name,
        state.head().position(),
        state.waiting().map(ticket -> ticket.id()).toList(),
        state.openRooms().stream().map(room -> room.id()).collect(Collectors.toSet()),
        counts);
  }

  private static String digest(QueueState state) {
    return state.head()
        + " "
        + state.rules().version()
        + " "
        + state.waiting().toList()
        + " "
        + List.copyOf(state.openRooms())
        + " "
        + state.counts();
  }
}
