package dev.pairtrail.application.engine;

import dev.pairtrail.application.Outcome;
import dev.pairtrail.application.Outcome.Cause;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.queue.Command;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.queue.Rejection;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A command on its way, and whoever waits for its answer. Confined to the actor, but its future.
 */
final class Submission<T> {
  private final Command command;
  private final Origin origin;
  private final Function<QueueState, T> view;
  private final CompletableFuture<Outcome<T>> answer = new CompletableFuture<>();
  private int attempts;

  /**
   * @param view what the caller wants to see of the state once the command holds
   */
  Submission(Command command, Origin origin, Function<QueueState, T> view) {
    this.command = command;
    this.origin = origin;
    this.view = view;
  }

  Command command() {
    return command;
  }

  Origin origin() {
    return origin;
  }

  CompletableFuture<Outcome<T>> answer() {
    return answer;
  }

  /** Counts another try and tells which it is. */
  int tried() {
    return ++attempts;
  }

  void done(QueueState state) {
    answer.complete(new Outcome.Done<>(view.apply(state)));
  }

  void reject(Rejection reason) {
    answer.complete(new Outcome.Rejected<>(reason));
  }

  void fail(Cause cause, String detail) {
    answer.complete(new Outcome.Unavailable<>(cause, detail));
  }
}
