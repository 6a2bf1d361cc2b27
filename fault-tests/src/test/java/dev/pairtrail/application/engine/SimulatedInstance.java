package dev.pairtrail.application.engine;

import dev.pairtrail.application.Environment;
import dev.pairtrail.application.FeedEntry;
import dev.pairtrail.application.Outcome;
import dev.pairtrail.application.Settings;
import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.Tail;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.faults.audit.Told;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** An instance at work on the queue, each of its three threads turned by hand. */
final class SimulatedInstance {
  private static final int MOST_PAGES = 20;

  final String name;
  final QueueEngine engine;
  final Folded folded;
  final Deque<Message> mailbox = new ArrayDeque<>();

  /** What its live reader got, each entry once. */
  final List<LogEntry> delivered = new ArrayList<>();

  private final World world;
  private final InstantSource clock;
  private final Settings settings;
  private final UnreliableLog unreliable;
  private final Losses losses;
  private final EventLog log;
  private final LiveEntries live = new LiveEntries(World.QUEUE);
  private final SimulatedKeeper keeper;
  private final Deriver deriver;
  private final UnreadableEntries unreadable;
  private final WorkerShare share;
  private final Tail tail;
  private final Subscription subscription;
  private Position observed = Position.START;
  private List<Position> batch = List.of();
  private Optional<CompletableFuture<Outcome<Position>>> asked = Optional.empty();
  private Instant askedAt = Instant.MIN;
  private Instant pausedUntil = Instant.MIN;
  private int owed;
  private boolean behind;
  private boolean loaded;
  boolean busy;

  SimulatedInstance(
      String name, World world, Settings settings, RuleSet rules, Duration clockOffset) {
    this.name = name;
    this.world = world;
    this.settings = settings;
    clock = () -> world.now().plus(clockOffset);
    losses = new Losses(World.QUEUE, clock);
    unreliable = new UnreliableLog(world.store.log(World.QUEUE), world);
    ArchivedLog whole =
        new ArchivedLog(unreliable, new ArchivedEntries(World.QUEUE, world.archive));
    log = world.plant().log(world.keeps() ? whole : unreliable);
    subscription = new Subscription(Optional.empty(), List.of(live), Integer.MAX_VALUE);
    unreadable = new UnreadableEntries(log, settings.reads().page());
    folded =
        new Folded(
            log,
            new StartingPoint(World.QUEUE, log, world.store.snapshots(World.QUEUE), 100_000),
            listener(),
            world.plant().isMute() ? new Losses(World.QUEUE, clock) : losses,
            settings.reads().page());
    var environment = new Environment(world.store, world.ids, clock, settings, name);
    engine = new QueueEngine(folded, log, rules, environment, world::pause);
    var group = world.plant().group(world.store.group(World.QUEUE, World.WORKERS));
    var consumer = new UnreliableConsumer(group.join("consumer-" + name), world);
    share = new WorkerShare(group, consumer, unreadable, _ -> Set.of(), settings, clock);
    tail = log.tail();
    keeper = new SimulatedKeeper(world, unreliable, folded);
    deriver = deriver();
  }

  /** It reads the log on its own, whatever bug is planted between the log and the engine. */
  private Deriver deriver() {
    EventLog stored = new UnreliableLog(world.store.log(World.QUEUE), world);
    EventLog whole = new ArchivedLog(stored, new ArchivedEntries(World.QUEUE, world.archive));
    return new Deriver(
        World.QUEUE,
        new UnreliableFeeds(world.feeds, world),
        new FollowedLog(stored, world.keeps() ? whole : stored, settings.reads().page()),
        folded::head,
        losses::count,
        settings.feeds(),
        name,
        clock);
  }

  int eventsPerPass() {
    return settings.commits().eventsPerPass();
  }

  private EntryListener listener() {
    Consumer<LogEntry> publish = world.plant().live(live::publish);
    return new EntryListener() {
      @Override
      public void folded(LogEntry entry) {
        publish.accept(entry);
        unreadable.note(entry);
      }

      @Override
      public void skipped() {
        live.skip();
        unreadable.skip();
      }
    };
  }

  /** It derives feeds from a page of the log; whether there is more. */
  boolean deriveSome() {
    try {
      return deriver.turn().isZero();
    } catch (StoreUnavailableException e) {
      world.trace(() -> name + " feeds: " + e.reason());
      return false;
    }
  }

  /** It derives feeds from a few pages. */
  void derive() {
    for (int pages = 0; pages < MOST_PAGES && deriveSome(); pages++) {
      world.trace(() -> name + " derives on");
    }
  }

  /** It writes a snapshot, or trims, if that is due. */
  void keep() {
    if (engine.isReady()) {
      keeper.turn();
    }
  }

  /**
   * Notes that entries are gone; who knew one of them must say so. Who could not read the log to
   * its end yet begins anew, and has answered nobody by what it read.
   */
  void lose(List<LogEntry> gone) {
    Position head = folded.head().position();
    if (loaded && gone.stream().anyMatch(entry -> !entry.position().isAfter(head))) {
      owed = losses.count() + 1;
    }
  }

  /** Whether every loss that it had to notice was reported. */
  boolean hasReported() {
    return losses.count() >= owed;
  }

  boolean canRun() {
    return !busy && !world.now().isBefore(pausedUntil);
  }

  void pauseFor(Duration duration) {
    pausedUntil = world.now().plus(duration);
  }

  void resume() {
    pausedUntil = Instant.MIN;
  }

  /** What the store was like when it last answered, and the log now. */
  Told.Moment moment() {
    return new Told.Moment(world.last(), unreliable.losses());
  }

  Instant now() {
    return clock.instant();
  }

  /** The actor's step. */
  void turn() {
    try {
      engine.load();
      loaded = true;
    } catch (StoreUnavailableException e) {
      return;
    }
    List<Message> messages = new ArrayList<>(mailbox);
    mailbox.clear();
    engine.turn(messages);
    read();
  }

  /** As a reader does that knows how far it has read, and looks into the log where it must. */
  private void read() {
    try {
      Subscription.Batch batch = subscription.next(Duration.ZERO);
      behind |= batch.overrun();
      if (behind) {
        readOn();
        behind = false;
      }
      batch.entries().stream().map(FeedEntry::entry).forEach(this::deliver);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } catch (StoreUnavailableException e) {
      world.trace(() -> name + " reader: " + e.reason());
    }
  }

  private void readOn() {
    List<LogEntry> page;
    do {
      page = log.read(reached(), settings.reads().page());
      page.forEach(this::deliver);
    } while (!page.isEmpty());
  }

  private Position reached() {
    return delivered.isEmpty() ? Position.START : delivered.getLast().position();
  }

  private void deliver(LogEntry entry) {
    if (entry.position().isAfter(reached())) {
      delivered.add(entry);
    }
  }

  /** The tail's step. */
  void observe() {
    try {
      Position after = Position.later(observed, folded.head().position());
      List<LogEntry> entries =
          tail.await(after, settings.reads().page(), settings.reads().blocking());
      if (!entries.isEmpty()) {
        observed = entries.getLast().position();
        mailbox.add(new Message.Observed(entries));
      }
    } catch (StoreUnavailableException e) {
      world.trace(() -> name + " tail: " + e.reason());
    }
  }

  /** The worker's step: it takes a batch, or waits for the answer, or acknowledges. */
  void work() {
    try {
      if (asked.isEmpty()) {
        take();
      } else if (asked.get().isDone()) {
        Outcome<Position> outcome = asked.get().join();
        asked = Optional.empty();
        share.conclude(batch, outcome);
      } else if (now().isAfter(askedAt.plus(settings.answerWithin()))) {
        asked = Optional.empty();
      }
    } catch (StoreUnavailableException e) {
      world.trace(() -> name + " worker: " + e.reason());
    }
  }

  private void take() {
    batch = share.next();
    if (!batch.isEmpty()) {
      CompletableFuture<Outcome<Position>> answer = new CompletableFuture<>();
      mailbox.add(new Message.Match(WorkerShare.last(batch), answer));
      asked = Optional.of(answer);
      askedAt = now();
      world.trace(() -> name + " works on " + batch);
    }
  }

  /** Whether it has entries in hand. */
  boolean isWorking() {
    return asked.isPresent();
  }

  /** Whether nothing is on its way. */
  boolean isQuiet() {
    return mailbox.isEmpty()
        && asked.isEmpty()
        && engine.isReady()
        && engine.nextTurn().filter(next -> !next.isAfter(now())).isEmpty();
  }
}
