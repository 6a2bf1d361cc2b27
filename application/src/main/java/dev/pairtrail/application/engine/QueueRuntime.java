package dev.pairtrail.application.engine;

import dev.pairtrail.application.Environment;
import dev.pairtrail.application.GroupStatus;
import dev.pairtrail.application.LogLoss;
import dev.pairtrail.application.Outcome;
import dev.pairtrail.application.QueueMeasures;
import dev.pairtrail.application.Rates;
import dev.pairtrail.application.Retention;
import dev.pairtrail.application.Settings;
import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.history.RecordedLog;
import dev.pairtrail.application.history.TimeTravel;
import dev.pairtrail.application.port.Consumer;
import dev.pairtrail.application.port.ConsumerGroup;
import dev.pairtrail.application.port.EntryLines;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.Snapshots;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.queue.Command;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A queue at work on this instance: its actor, its tail and its worker. Thread-safe. */
public final class QueueRuntime {
  private static final String WORKERS = "matchmaking-workers";
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  private final QueueName name;
  private final Settings settings;
  private final EventLog log;
  private final ConsumerGroup workers;
  private final LiveEntries live;
  private final Losses losses;
  private final UnreadableEntries unreadable;
  private final RateMeter meter = new RateMeter();
  private final Environment environment;
  private final Folded folded;
  private final QueueEngine engine;
  private final QueueActor actor;
  private final TailFollower tail;
  private final Consumer consumer;
  private final Background tailing;
  private final Background working;
  private final StateKeeper keeper;
  private final Optional<Trimming> trimming;
  private final Optional<Deriving> deriving;
  private final TimeTravel past;

  public QueueRuntime(QueueName name, RuleSet rules, Environment environment) {
    this.name = name;
    this.environment = environment;
    live = new LiveEntries(name);
    losses = new Losses(name, environment.clock());
    settings = environment.settings();
    EventLog stored = environment.store().log(name);
    Optional<Retention> retention = Optional.ofNullable(environment.retention().get(name));
    log = ArchivedLog.of(name, stored, retention);
    workers = environment.store().group(name, WORKERS);
    unreadable = new UnreadableEntries(log, settings.reads().page());
    folded =
        new Folded(
            log,
            new StartingPoint(
                name, log, environment.store().snapshots(name), settings.remembered()),
            new Listeners(live, unreadable, meter),
            losses,
            settings.reads().page());
    engine = new QueueEngine(folded, log, rules, environment, Pause::sleep);
    actor = new QueueActor("actor-" + name.value(), engine, settings, environment.clock());
    tail = new TailFollower(log.tail(), folded, actor, settings.reads());
    tailing = background("tail-", tail::step);
    consumer = workers.join(consumerName());
    WorkerShare share =
        new WorkerShare(
            workers, consumer, unreadable, this::discarded, settings, environment.clock());
    working = background("worker-", new MatchingWorker(share, actor, settings)::step);
    keeper =
        new StateKeeper(
            name,
            environment.store(),
            folded::head,
            () -> ask(QueueState::snapshot),
            environment.seals().map(this::sealer),
            settings);
    past =
        new TimeTravel(
            recorded(),
            environment.store().checkpoints(name),
            settings.snapshots().checkpointEvery());
    trimming = retention.map(r -> new Trimming(name, trimmer(stored, r), settings.trims().look()));
    FollowedLog followed = new FollowedLog(stored, log, settings.reads().page());
    deriving = Deriving.of(name, environment, followed, folded::head, losses::count);
  }

  private Set<Position> discarded(Collection<Position> positions) {
    return ask(state ->
        positions.stream()
            .filter(position -> state.isDiscarded(position, WORKERS))
            .collect(Collectors.toSet()));
  }

  private Sealer sealer(EntryLines lines) {
    return new Sealer(
        recorded(),
        lines,
        () -> ask(Sealer.State::of),
        seal ->
            Answers.await(actor.submit(seal, Origin.NONE, state -> state), settings.answerWithin()),
        settings.seals(),
        environment.clock());
  }

  private Trimmer trimmer(EventLog stored, Retention retention) {
    Snapshots newest = environment.store().snapshots(name);
    return new Trimmer(
        name,
        stored,
        retention,
        () ->
            new Keeping(
                retention,
                folded.head(),
                environment.clock().instant(),
                newest.head().position(),
                Keeping.done(workers.status()),
                environment
                    .feeds()
                    .map(f -> f.checkpoint().of(name).derived().position())
                    .orElse(folded.head().position())),
        keeper::want,
        settings.trims().segment());
  }

  private Background background(String kind, Background.Step step) {
    return new Background(kind + name.value(), settings.commits().retryPause(), step);
  }

  public void start() {
    actor.start();
    tailing.start();
    working.start();
    keeper.start();
    trimming.ifPresent(Trimming::start);
    deriving.ifPresent(Deriving::start);
  }

  /** Ends every subscription, now and from now on. */
  public void endLiveReads() {
    live.close();
  }

  /** Takes no more commands, finishes what it has, and ends its threads. */
  public void stop() throws InterruptedException {
    endLiveReads();
    working.stop();
    tailing.stop();
    keeper.stop(STOP_WITHIN);
    if (trimming.isPresent()) {
      trimming.get().stop(STOP_WITHIN);
    }
    if (deriving.isPresent()) {
      deriving.get().stop(STOP_WITHIN);
    }
    working.join(STOP_WITHIN);
    tailing.join(STOP_WITHIN);
    actor.stop(STOP_WITHIN);
    consumer.close();
    tail.close();
  }

  public QueueName name() {
    return name;
  }

  /** Why nothing is decided here, an empty text if all is well. */
  public String problem() {
    return Stream.of(actor.thread(), tailing, working, keeper.thread())
        .filter(thread -> !thread.isAlive())
        .findFirst()
        .map(thread -> "its thread " + thread.name() + " does not run")
        .orElse(engine.isReady() ? "" : "its log is not folded or its rules are not in force yet");
  }

  /** Asks for a command to be carried out; the view is taken of the state in which it holds. */
  public <T> CompletableFuture<Outcome<T>> submit(
      Command command, Origin origin, Function<QueueState, T> view) {
    return actor.submit(command, origin, view);
  }

  /**
   * Answers a question about the state.
   *
   * @throws StoreUnavailableException if there is no answer in time
   * @throws OverloadedException if too much is asked at once
   */
  public <T> T ask(Function<QueueState, T> question) {
    return Answers.await(actor.ask(question), settings.answerWithin());
  }

  /** Looks for something in the state; if it is not there, in the log's newest state. */
  public <T> Optional<T> find(Function<QueueState, Optional<T>> question) {
    Optional<T> found = ask(question);
    return found.isEmpty() && Answers.await(actor.refresh(), settings.answerWithin())
        ? ask(question)
        : found;
  }

  /** Why the log is not trimmed, an empty text if it is; none if it is kept for ever. */
  public Optional<String> trimProblem() {
    return trimming.map(Trimming::problem);
  }

  /** Why feeds are not derived, an empty text if they are; none if they are not meant to be. */
  public Optional<String> feedProblem() {
    return deriving.map(Deriving::problem);
  }

  /** How busy the queue was in the last minute. */
  public Rates rates() {
    return ask(_ -> meter.rates(environment.clock().instant()));
  }

  /** The last time the log turned out to have lost entries. */
  public Optional<LogLoss> lastLoss() {
    return losses.last();
  }

  /** Without asking the actor, which may be busy with folding the log. */
  public QueueMeasures measures() {
    Figures figures = folded.figures();
    return new QueueMeasures(
        name,
        figures.counts(),
        figures.waiting(),
        figures.openRooms(),
        engine.counts().counts(),
        losses.count());
  }

  public GroupStatus workers() {
    return workers.status();
  }

  /** The consumer groups on the log, by name. */
  public Map<String, ConsumerGroup> groups() {
    return Map.of(WORKERS, workers);
  }

  /** The name under which this instance takes part in its groups. */
  public String consumerName() {
    return "consumer-" + environment.instance();
  }

  public EventLog log() {
    return log;
  }

  /** The log with what was archived of it, to be read from its beginning. */
  public RecordedLog recorded() {
    return new RecordedLog(name, log, settings.reads().page());
  }

  /** The states that the queue had. */
  public TimeTravel past() {
    return past;
  }

  /** Subscribes to what touches a tag, or to all; close it. */
  public Subscription subscribe(Optional<Tag> tag) {
    return subscribe(tag, List.of(this));
  }

  /** Subscribes to several queues of this instance at once, at least one; close it. */
  public static Subscription subscribe(Optional<Tag> tag, List<QueueRuntime> queues) {
    int capacity = queues.getFirst().settings.reads().subscriberBuffer();
    return new Subscription(tag, queues.stream().map(queue -> queue.live).toList(), capacity);
  }
}
