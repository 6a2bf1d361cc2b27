package dev.pairtrail.application.engine;

import dev.pairtrail.application.Environment;
import dev.pairtrail.application.Outcome.Cause;
import dev.pairtrail.application.Settings;
import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.application.port.Ids;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.Metadata;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.domain.queue.Command.ActivateRules;
import dev.pairtrail.domain.queue.Decision;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The duty cycle of a queue's actor: messages in, appends and answers out. It starts no thread and
 * waits for nothing but the store, so a test can turn it by hand. For one thread.
 */
final class QueueEngine {
  private static final Logger LOG = LoggerFactory.getLogger(QueueEngine.class);

  private final Folded folded;
  private final Commit commit;
  private final Passes passes;
  private final Settings settings;
  private final InstantSource clock;
  private final Ids ids;
  private final RuleSet rules;
  private List<Submission<?>> pending = new ArrayList<>();
  private Instant nextLook = Instant.MIN;
  private boolean loaded;

  /** Which folding of the log had the rules in force, by its number. */
  private int activatedFor;

  private volatile boolean ready;

  QueueEngine(Folded folded, EventLog log, RuleSet rules, Environment environment, Pause pause) {
    this.folded = folded;
    this.rules = rules;
    settings = environment.settings();
    clock = environment.clock();
    ids = environment.ids();
    commit = new Commit(log, folded, settings, clock, pause);
    passes = new Passes(folded, commit, settings, ids);
  }

  /** Whether the log is folded and the queue's rules are in force; for any thread. */
  boolean isReady() {
    return ready;
  }

  /**
   * Before anything else, once: folds the log from its first entry on, and asks for the rules to be
   * in force and for a first pass.
   *
   * @throws StoreUnavailableException if the store does not answer; to be tried again
   */
  void load() {
    if (!loaded) {
      folded.rebuild(Set.of());
      loaded = true;
      nextLook = now().plus(settings.workers().claimEvery());
      passes.want();
    }
  }

  /** What became of its appends; for any thread. */
  CommitCounts counts() {
    return commit.counts();
  }

  /** Has the next {@link #load} fold the log anew. */
  void forget() {
    loaded = false;
    ready = false;
  }

  /** Takes in messages, then commits what they ask for. */
  void turn(List<Message> messages) {
    try {
      takeAll(messages.iterator());
      if (!loaded) {
        failAll(Cause.STOPPING, "the instance is starting or stopping");
        return;
      }
      lookNowAndThen();
      if (commitPending()) {
        passes.turn(now());
      } else {
        failAll(Cause.STORE, "the rules of the queue cannot be put in force");
      }
    } catch (StoreUnavailableException e) {
      LOG.warn("queue {}: {}", folded.state().queue().value(), e.reason());
      failAll(Cause.STORE, e.reason());
    }
  }

  /**
   * An instance that has nothing to append would not notice that the log lost its end, and nobody
   * has tickets matched whose entries went with a consumer that was removed.
   */
  private void lookNowAndThen() {
    if (now().isBefore(nextLook)) {
      return;
    }
    nextLook = now().plus(settings.workers().claimEvery());
    try {
      commit.catchUp();
      passes.want();
    } catch (StoreUnavailableException e) {
      LOG.warn("queue {}: {}", folded.state().queue().value(), e.reason());
    }
  }

  /** False if the rules could not be put in force, so that nothing can be decided. */
  private boolean commitPending() {
    boolean fresh = false;
    while (activated()) {
      if (pending.isEmpty()) {
        return true;
      }
      fresh = commitRound(fresh);
    }
    return false;
  }

  /**
   * Puts the rules in force before anything is decided by them, and again if the log lost them. The
   * commands wait so long.
   */
  private boolean activated() {
    if (activatedFor == folded.rebuilds()) {
      return true;
    }
    ready = false;
    List<Submission<?>> waiting = pending;
    pending = new ArrayList<>(List.of(activation()));
    try {
      for (boolean fresh = false; !pending.isEmpty(); ) {
        fresh = commitRound(fresh);
      }
    } finally {
      pending = waiting;
    }
    return ready;
  }

  private Submission<QueueState> activation() {
    return new Submission<>(new ActivateRules(rules), Origin.NONE, this::ready);
  }

  /** Answers everybody who waits that it cannot be done. */
  void failAll(Cause cause, String detail) {
    pending.forEach(submission -> submission.fail(cause, detail));
    pending = new ArrayList<>();
    passes.fail(cause, detail, now());
  }

  /** When the engine wants its next turn if no message comes; empty: not before one does. */
  Optional<Instant> nextTurn() {
    return passes.nextTurn();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Where one fails, those who sent the others hear of it. */
  private void takeAll(Iterator<Message> messages) {
    try {
      while (messages.hasNext()) {
        take(messages.next());
      }
    } catch (RuntimeException | Error e) {
      messages.forEachRemaining(message -> turnDown(message, e));
      throw e;
    }
  }

  private void take(Message message) {
    switch (message) {
      case Message.Submit(var submission) -> pending.add(submission);
      case Message.Match match -> passes.ask(match);
      case Message.Ask<?> ask -> ask.answer(folded.state());
      case Message.Refresh(var answer) -> refresh(answer);
      case Message.Observed(var entries) -> follow(entries);
    }
  }

  /** Commands and passes are answered by {@link #failAll}. */
  private void turnDown(Message message, Throwable why) {
    switch (message) {
      case Message.Submit(var submission) -> pending.add(submission);
      case Message.Match match -> passes.ask(match);
      case Message.Ask<?>(_, var answer) -> answer.completeExceptionally(why);
      case Message.Refresh(var answer) -> answer.completeExceptionally(why);
      case Message.Observed _ -> {}
    }
  }

  private QueueState ready(QueueState state) {
    ready = true;
    activatedFor = folded.rebuilds();
    passes.want();
    return state;
  }

  /** What cannot be read now is read with what follows it. */
  private void follow(List<LogEntry> entries) {
    try {
      folded.follow(entries);
    } catch (StoreUnavailableException e) {
      LOG.warn("queue {}: {}", folded.state().queue().value(), e.reason());
    }
  }

  private void refresh(CompletableFuture<Boolean> answer) {
    try {
      answer.complete(folded.catchUp());
    } catch (StoreUnavailableException e) {
      answer.completeExceptionally(e);
    } catch (RuntimeException | Error e) {
      answer.completeExceptionally(e);
      throw e;
    }
  }

  /**
   * Decides what is pending and appends what can go together. A refusal, or the answer to a
   * repeated command, is given only on a state that is as new as the log was during this turn:
   * another instance may have changed what it rests on.
   */
  private boolean commitRound(boolean fresh) {
    Round round = Round.of(pending, folded.state(), now(), settings.commits().commandsPerCommit());
    if (!round.settled().isEmpty() && !fresh && commit.catchUp()) {
      return true;
    }
    pending = round.deferred();
    try {
      round.settled().forEach(this::answer);
      if (!round.chosen().isEmpty()) {
        commit(round);
      }
    } catch (RuntimeException | Error e) {
      round.fail(Cause.FAULT, String.valueOf(e)); // Whether it landed or not: nobody can tell.
      throw e;
    }
    return fresh || !round.settled().isEmpty();
  }

  private void answer(Round.Settled settled) {
    switch (settled.decision()) {
      case Decision.Rejected(var reason) -> settled.submission().reject(reason);
      case Decision.Accepted _ -> settled.submission().done(folded.state());
    }
  }

  private void commit(Round round) {
    List<NewEvent> events = new ArrayList<>();
    for (Round.Chosen chosen : round.chosen()) {
      chosen.events().forEach(e -> events.add(newEvent(e, chosen.submission().origin(), ids)));
    }
    Commit.Result result = commit.append(events, round.reliesOn());
    round.chosen().forEach(chosen -> conclude(chosen.submission(), result));
  }

  private void conclude(Submission<?> submission, Commit.Result result) {
    switch (result) {
      case Commit.Result.Landed() -> submission.done(folded.state());
      case Commit.Result.Failed(var reason) -> submission.fail(Cause.STORE, reason);
      case Commit.Result.Superseded() -> {
        if (submission.tried() < settings.commits().attempts()) {
          pending.add(submission);
        } else {
          submission.fail(Cause.OVERLOADED, "too many writers contend for the same players");
        }
      }
    }
  }

  static NewEvent newEvent(Decision.Decided decided, Origin origin, Ids ids) {
    return new NewEvent(new Metadata(ids.newEvent(), origin), decided.tags(), decided.event());
  }
}
