package dev.pairtrail.application;

import dev.pairtrail.application.engine.QueueRuntime;
import dev.pairtrail.application.history.Histories;
import dev.pairtrail.application.history.LogPoint;
import dev.pairtrail.application.history.QueueHistory;
import dev.pairtrail.application.history.Span;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.queue.QueueState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What can be asked about queues. Thread-safe. */
public final class Queues {
  private final Registry queues;
  private final InstantSource clock;
  private final Turnstile travels;
  private final Histories histories = new Histories(Histories.MOST_ENTRIES);

  Queues(Registry queues, InstantSource clock, Turnstile travels) {
    this.queues = queues;
    this.clock = clock;
    this.travels = travels;
  }

  public List<QueueOverview> all() {
    return queues.all().stream().map(this::overview).toList();
  }

  public Outcome<QueueOverview> find(QueueName name) {
    return in(name, this::overview);
  }

  /** What can be measured of each queue, on this instance. */
  public List<QueueMeasures> measures() {
    return queues.all().stream().map(QueueRuntime::measures).toList();
  }

  /** The state as this instance knows it now. */
  public Outcome<StateView> state(QueueName name) {
    return in(name, queue -> queue.ask(StateView::of));
  }

  /**
   * The state as it was, folded from the log.
   *
   * @throws OverloadedException if too many ask for the past at once
   */
  public Outcome<StateView> state(QueueName name, LogPoint at) {
    return in(name, queue -> travels.within(() -> StateView.of(queue.past().at(at))));
  }

  /** The time of this instance. */
  public Instant now() {
    return clock.instant();
  }

  /**
   * What happened in the queue, step by step, as its log tells it.
   *
   * @throws OverloadedException if too many ask for the past at once
   * @throws Histories.TooManyEntriesException if that takes too much reading
   */
  public Outcome<QueueHistory> history(QueueName name, Span span) {
    return in(name, queue -> travels.within(() -> histories.of(queue.past(), span)));
  }

  /** How the consumer groups of the queue stand, as the store tells it. */
  public Outcome<List<GroupStatus>> groups(QueueName name) {
    return in(name, queue -> List.of(queue.workers()));
  }

  private QueueOverview overview(QueueRuntime queue) {
    Rates rates = queue.rates();
    return queue.ask(state -> overview(state, rates));
  }

  private QueueOverview overview(QueueState state, Rates rates) {
    Instant now = clock.instant();
    Optional<Duration> oldestWait =
        state.waiting().findFirst().map(ticket -> Duration.between(ticket.enqueuedAt(), now));
    return new QueueOverview(
        state.queue(),
        state.rules(),
        state.depth(),
        oldestWait,
        rates,
        state.openRooms().size(),
        state.head().position());
  }

  private <T> Outcome<T> in(QueueName name, Function<QueueRuntime, T> question) {
    return queues
        .find(name)
        .<Outcome<T>>map(queue -> new Outcome.Done<>(question.apply(queue)))
        .orElseGet(() -> new Outcome.NoSuchQueue<>(name));
  }
}
