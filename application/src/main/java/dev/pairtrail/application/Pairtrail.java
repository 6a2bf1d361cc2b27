package dev.pairtrail.application;

import dev.pairtrail.application.engine.QueueRuntime;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.rules.RuleSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One instance of the application: its queues at work and its use cases. Thread-safe. */
public final class Pairtrail implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Pairtrail.class);

  /** Each folds a part of a log of its own, which takes a core and some memory. */
  private static final int TRAVELS_AT_ONCE = 4;

  private final Environment environment;
  private final Registry queues;
  private final Turnstile travels;

  /**
   * Puts the instance together; {@link #start} sets it to work.
   *
   * @param queues the rule set of each queue
   */
  public Pairtrail(Map<QueueName, RuleSet> queues, Environment environment) {
    this.environment = environment;
    travels = new Turnstile(TRAVELS_AT_ONCE, environment.settings().answerWithin());
    Map<QueueName, QueueRuntime> runtimes = new LinkedHashMap<>();
    queues.forEach((name, rules) -> runtimes.put(name, new QueueRuntime(name, rules, environment)));
    this.queues = new Registry(runtimes);
  }

  /** Starts the threads of each queue; they fold the logs and then take commands. */
  public void start() {
    queues.all().forEach(QueueRuntime::start);
  }

  public Tickets tickets() {
    return new Tickets(queues, environment);
  }

  public Rooms rooms() {
    return new Rooms(queues, environment);
  }

  public Events events() {
    DerivedFeeds derived =
        new DerivedFeeds(environment.feeds(), environment.settings().feeds().entries());
    return new Events(queues, derived, environment.settings().reads().page());
  }

  public Queues queues() {
    return new Queues(queues, environment.clock(), travels);
  }

  public Traces traces() {
    return new Traces(queues, environment.clock(), travels);
  }

  public DeadLetters deadLetters() {
    return new DeadLetters(queues, environment.settings().answerWithin());
  }

  public Health health() {
    return new Health(queues, environment.store());
  }

  /** Ends every wait for events and for changes, now and from now on, so that clients go home. */
  public void endLiveReads() {
    queues.all().forEach(QueueRuntime::endLiveReads);
  }

  /** Takes no more commands, finishes those it has, and ends its threads. */
  @Override
  public void close() {
    for (QueueRuntime queue : queues.all()) {
      try {
        queue.stop();
      } catch (InterruptedException e) {
        LOG.warn("interrupted while stopping queue {}", queue.name().value());
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
