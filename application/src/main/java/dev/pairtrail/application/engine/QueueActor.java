package dev.pairtrail.application.engine;

import dev.pairtrail.application.Outcome;
import dev.pairtrail.application.Outcome.Cause;
import dev.pairtrail.application.OverloadedException;
import dev.pairtrail.application.Settings;
import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.queue.Command;
import dev.pairtrail.domain.queue.QueueState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns the state of one queue on one thread and takes all that concerns it through a bounded
 * mailbox. Thread-safe.
 */
final class QueueActor {
  private static final Logger LOG = LoggerFactory.getLogger(QueueActor.class);
  private static final Duration LONGEST_IDLE = Duration.ofSeconds(1);
  private static final String STOPPING = "the instance is stopping";
  private static final String MAILBOX = "the mailbox of the queue";

  private final QueueEngine engine;
  private final BlockingQueue<Message> mailbox;
  private final InstantSource clock;
  private final Background thread;
  private volatile boolean accepting = true;

  QueueActor(String name, QueueEngine engine, Settings settings, InstantSource clock) {
    this.engine = engine;
    this.clock = clock;
    mailbox = new LinkedBlockingQueue<>(settings.commits().mailbox());
    thread = new Background(name, settings.commits().retryPause(), this::step);
  }

  void start() {
    thread.start();
  }

  /** Asks for a command to be carried out; the view is taken of the state in which it holds. */
  <T> CompletableFuture<Outcome<T>> submit(
      Command command, Origin origin, Function<QueueState, T> view) {
    Submission<T> submission = new Submission<>(command, origin, view);
    if (!accepting) {
      submission.fail(Cause.STOPPING, STOPPING);
    } else if (!mailbox.offer(new Message.Submit(submission))) {
      submission.fail(Cause.OVERLOADED, MAILBOX + " is full");
    }
    return submission.answer();
  }

  /** Asks for matching passes until nothing is left to match. */
  CompletableFuture<Outcome<Position>> match(Position atLeast) throws InterruptedException {
    CompletableFuture<Outcome<Position>> answer = new CompletableFuture<>();
    mailbox.put(new Message.Match(atLeast, answer));
    return answer;
  }

  /** Asks a question about the state. */
  <T> CompletableFuture<T> ask(Function<QueueState, T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    return enqueue(new Message.Ask<>(question, answer), answer);
  }

  /** Asks for the log to be read to its end; true if there was anything new. */
  CompletableFuture<Boolean> refresh() {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    return enqueue(new Message.Refresh(answer), answer);
  }

  private <T> CompletableFuture<T> enqueue(Message message, CompletableFuture<T> answer) {
    if (!accepting) {
      answer.completeExceptionally(new StoreUnavailableException(STOPPING));
    } else if (!mailbox.offer(message)) {
      answer.completeExceptionally(new OverloadedException(MAILBOX));
    }
    return answer;
  }

  /** Hands over entries that the tail saw; waits while the mailbox is full. */
  void observe(List<LogEntry> entries) throws InterruptedException {
    mailbox.put(new Message.Observed(entries));
  }

  /** Takes no more commands, carries out those it has, and ends. */
  void stop(Duration limit) throws InterruptedException {
    accepting = false;
    thread.stop();
    wake();
    thread.join(limit);
    List<Message> rest = new ArrayList<>();
    mailbox.drainTo(rest);
    if (!rest.isEmpty()) {
      engine.turn(rest);
    }
    engine.failAll(Cause.STOPPING, STOPPING);
  }

  /** Ends the actor's idling. A full mailbox does that as well. */
  private void wake() {
    var _ = mailbox.offer(new Message.Observed(List.of()));
  }

  /** The thread that owns the state. */
  Background thread() {
    return thread;
  }

  private void step() throws InterruptedException {
    engine.load();
    List<Message> messages = new ArrayList<>();
    Optional.ofNullable(mailbox.poll(idle().toNanos(), TimeUnit.NANOSECONDS))
        .ifPresent(messages::add);
    mailbox.drainTo(messages);
    turn(messages);
  }

  private void turn(List<Message> messages) {
    try {
      engine.turn(messages);
    } catch (RuntimeException | Error e) {
      LOG.error("a turn failed; the state is folded anew", e);
      engine.failAll(Cause.FAULT, String.valueOf(e));
      engine.forget();
    }
  }

  private Duration idle() {
    return engine
        .nextTurn()
        .map(next -> until(next))
        .filter(wait -> wait.compareTo(LONGEST_IDLE) < 0)
        .orElse(LONGEST_IDLE);
  }

  private Duration until(Instant next) {
    Instant now = clock.instant();
    return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
  }
}
