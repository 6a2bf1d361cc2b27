package dev.pairtrail.application.engine;

import dev.pairtrail.application.Outcome.Cause;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.queue.Command;
import dev.pairtrail.domain.queue.Decider;
import dev.pairtrail.domain.queue.Decision;
import dev.pairtrail.domain.queue.QueueState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The commands of one group commit. All are decided against the same state, which is sound because
 * they touch disjoint tags: one that touches what another of the round touches is deferred.
 */
final class Round {
  private final QueueState state;
  private final Instant now;
  private final int limit;
  private final List<Settled> settled = new ArrayList<>();
  private final List<Chosen> chosen = new ArrayList<>();
  private final List<Submission<?>> deferred = new ArrayList<>();
  private final Set<Tag> touched = new HashSet<>();
  private final Set<Tag> reliesOn = new HashSet<>();
  private int events;

  /** A command that needs no append to be answered. */
  record Settled(Submission<?> submission, Decision decision) {}

  /** A command that holds if its events are appended. */
  record Chosen(Submission<?> submission, List<Decision.Decided> events) {}

  private Round(QueueState state, Instant now, int limit) {
    this.state = state;
    this.now = now;
    this.limit = limit;
  }

  /**
   * @param limit most commands that are appended together
   */
  static Round of(Collection<Submission<?>> pending, QueueState state, Instant now, int limit) {
    Round round = new Round(state, now, limit);
    pending.forEach(round::consider);
    return round;
  }

  private void consider(Submission<?> submission) {
    if (chosen.size() >= limit) {
      deferred.add(submission);
      return;
    }
    Command command = submission.command();
    Decision decision = Decider.decide(state, command, now);
    switch (decision) {
      case Decision.Rejected _ -> settled.add(new Settled(submission, decision));
      case Decision.Accepted accepted when accepted.events().isEmpty() ->
          settled.add(new Settled(submission, decision));
      case Decision.Accepted accepted -> choose(submission, accepted);
    }
  }

  private void choose(Submission<?> submission, Decision.Accepted accepted) {
    boolean fits = events + accepted.events().size() <= EventLog.MAX_BATCH;
    if (fits && touchesNothingChosen(accepted)) {
      chosen.add(new Chosen(submission, accepted.events()));
      events += accepted.events().size();
      accepted.events().forEach(event -> touched.addAll(event.tags()));
      touched.addAll(accepted.reliesOn());
      reliesOn.addAll(accepted.reliesOn());
    } else {
      deferred.add(submission);
    }
  }

  private boolean touchesNothingChosen(Decision.Accepted accepted) {
    return Collections.disjoint(touched, accepted.reliesOn())
        && accepted.events().stream()
            .allMatch(event -> Collections.disjoint(touched, event.tags()));
  }

  List<Settled> settled() {
    return settled;
  }

  List<Chosen> chosen() {
    return chosen;
  }

  /** Answers everybody whose command is not for a later round, unless that was done. */
  void fail(Cause cause, String detail) {
    settled.forEach(it -> it.submission().fail(cause, detail));
    chosen.forEach(it -> it.submission().fail(cause, detail));
  }

  /** For a later round, in their order. */
  List<Submission<?>> deferred() {
    return deferred;
  }

  /** No event may touch these before the chosen are appended. */
  Set<Tag> reliesOn() {
    return reliesOn;
  }
}
