package dev.pairtrail.application.engine;

import dev.pairtrail.application.Outcome;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.queue.QueueState;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What an actor's mailbox takes. */
sealed interface Message {

  /** Carry out a client's command. */
  record Submit(Submission<?> submission) implements Message {}

  /**
   * Run matching passes until there is nothing to match.
   *
   * @param atLeast the passes must know the log up to here
   */
  record Match(Position atLeast, CompletableFuture<Outcome<Position>> answer) implements Message {}

  /** Answer a question about the state. */
  record Ask<T>(Function<QueueState, T> question, CompletableFuture<T> answer) implements Message {
    void answer(QueueState state) {
      try {
        answer.complete(question.apply(state));
      } catch (RuntimeException | Error e) {
        answer.completeExceptionally(
            e); // A question only reads, so the state is as good as before.
      }
    }
  }

  /** Read the log to its end, then answer, for a question that a stale state may answer wrongly. */
  record Refresh(CompletableFuture<Boolean> answer) implements Message {}

  /** The tail saw these. */
  record Observed(List<LogEntry> entries) implements Message {}
}
