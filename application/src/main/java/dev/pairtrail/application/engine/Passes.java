package dev.pairtrail.application.engine;

import dev.pairtrail.application.Outcome;
import dev.pairtrail.application.Outcome.Cause;
import dev.pairtrail.application.Settings;
import dev.pairtrail.application.port.Ids;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.domain.queue.Command.RunPass;
import dev.pairtrail.domain.queue.Decider;
import dev.pairtrail.domain.queue.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs matching passes: when a worker asks, and when time makes something due. A pass commits
 * alone, so that a lost race for a match makes no client wait, and passes follow each other until
 * one finds nothing to do; all who asked are answered by that one.
 */
final class Passes {
  private static final Logger LOG = LoggerFactory.getLogger(Passes.class);

  private final Folded folded;
  private final Commit commit;
  private final Settings settings;
  private final Ids ids;
  private final List<Message.Match> asked = new ArrayList<>();
  private boolean running;
  private int rebuilds;
  private Instant notBefore = Instant.MIN;

  Passes(Folded folded, Commit commit, Settings settings, Ids ids) {
    this.folded = folded;
    this.commit = commit;
    this.settings = settings;
    this.ids = ids;
  }

  void ask(Message.Match match) {
    asked.add(match);
    want();
  }

  /** Has the next turn run a pass, though nobody waits for it. */
  void want() {
    running = true;
  }

  /** Runs one pass if one is wanted. */
  void turn(Instant now) {
    if (running || isDue(now) || isRebuilt()) {
      running = true;
      rebuilds = folded.rebuilds();
      catchUp();
      if (!isRebuilt()) {
        run(now);
      }
    }
  }

  /** Then matches that were made may be lost, and nobody else comes to make them again. */
  private boolean isRebuilt() {
    return rebuilds != folded.rebuilds();
  }

  private boolean isDue(Instant now) {
    return !now.isBefore(notBefore)
        && folded.state().nextDue().filter(due -> !due.isAfter(now)).isPresent();
  }

  private void catchUp() {
    Position needed =
        asked.stream().map(Message.Match::atLeast).reduce(Position.START, Position::later);
    if (needed.isAfter(folded.head().position())) {
      folded.catchUp();
    }
  }

  /** A decision only reads, so where one fails the state is as good as before. */
  private void run(Instant now) {
    RunPass command = new RunPass(ids::newRoom, settings.commits().eventsPerPass());
    Decision decision;
    try {
      decision = Decider.decide(folded.state(), command, now);
    } catch (RuntimeException e) {
      LOG.error("queue {}: a matching pass failed", folded.state().queue().value(), e);
      fail(Cause.FAULT, String.valueOf(e), now);
      return;
    }
    switch (decision) {
      case Decision.Accepted accepted -> append(accepted, now);
      case Decision.Rejected(var reason) ->
          throw new IllegalStateException("a pass cannot be rejected: " + reason);
    }
  }

  private void append(Decision.Accepted accepted, Instant now) {
    folded.state().passBegan(now);
    Commit.Result result = commit.append(events(accepted), accepted.reliesOn());
    if (accepted.events().isEmpty() && !asked.isEmpty() && commit.catchUp()) {
      result = new Commit.Result.Superseded(); // Who asked would take nothing for done.
    }
    boolean complete =
        result instanceof Commit.Result.Landed
            && accepted.events().size() < settings.commits().eventsPerPass();
    folded.state().passEnded(complete);
    if (complete) {
      succeed();
    } else if (result instanceof Commit.Result.Failed(var reason)) {
      fail(Cause.STORE, reason, now);
    }
  }

  private List<NewEvent> events(Decision.Accepted accepted) {
    Origin origin = new Origin(Optional.of(folded.head().position().toString()), Optional.empty());
    return accepted.events().stream().map(e -> QueueEngine.newEvent(e, origin, ids)).toList();
  }

  private void succeed() {
    running = false;
    Outcome<Position> done = new Outcome.Done<>(folded.head().position());
    asked.forEach(match -> match.answer().complete(done));
    asked.clear();
  }

  /** Tells all who asked that it failed; what is due by time is tried again after a pause. */
  void fail(Cause cause, String detail, Instant now) {
    running = false;
    notBefore = now.plus(settings.commits().retryPause());
    asked.forEach(match -> match.answer().complete(new Outcome.Unavailable<>(cause, detail)));
    asked.clear();
  }

  /** When the next pass is wanted; now while one follows another. */
  Optional<Instant> nextTurn() {
    return running
        ? Optional.of(Instant.MIN)
        : folded.state().nextDue().map(due -> due.isBefore(notBefore) ? notBefore : due);
  }
}
