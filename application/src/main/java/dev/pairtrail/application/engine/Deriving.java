package dev.pairtrail.application.engine;

import dev.pairtrail.application.Environment;
import dev.pairtrail.application.Settings;
import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.QueueName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** The thread that derives the feeds from one log. It is started once. Thread-safe. */
final class Deriving {
  /** How much longer it rests than it works. */
  private static final int RESTS = 3;

  private final Deriver deriver;
  private final InstantSource clock;
  private final Background thread;
  private volatile String problem = "";

  /**
   * @param pause after a failure
   */
  Deriving(QueueName queue, Deriver deriver, InstantSource clock, Duration pause) {
    this.deriver = deriver;
    this.clock = clock;
    thread = Background.aside("feeds-" + queue.value(), pause, this::step);
  }

  /** None where feeds are cut from the logs when they are read. */
  static Optional<Deriving> of(
      QueueName queue,
      Environment environment,
      FollowedLog log,
      Supplier<Head> folded,
      IntSupplier losses) {
    Settings.Feeds settings = environment.settings().feeds();
    return environment
        .feeds()
        .map(feeds ->
            new Deriver(
                queue,
                feeds,
                log,
                folded,
                losses,
                settings,
                environment.instance(),
                environment.clock()))
        .map(deriver -> new Deriving(queue, deriver, environment.clock(), settings.standBack()));
  }

  /** However much there is to derive, the most of the time is for those who are waited for. */
  private void step() throws InterruptedException {
    try {
      Instant begun = clock.instant();
      Duration wait = deriver.turn();
      Duration rest = Duration.between(begun, clock.instant()).multipliedBy(RESTS);
      problem = "";
      var _ = thread.rest(wait.compareTo(rest) > 0 ? wait : rest);
    } catch (StoreUnavailableException e) {
      problem = e.reason();
      throw e;
    }
  }

  void start() {
    thread.start();
  }

  void stop(Duration limit) throws InterruptedException {
    thread.stop(limit);
  }

  /** Why nothing is derived; empty if all is well. */
  String problem() {
    return problem;
  }
}
