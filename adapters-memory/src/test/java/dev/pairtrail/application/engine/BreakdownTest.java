package dev.pairtrail.application.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.application.CountedIds;
import dev.pairtrail.application.ManualClock;
import dev.pairtrail.application.Outcome;
import dev.pairtrail.application.Outcome.Cause;
import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.engine.Instance.Sent;
import dev.pairtrail.domain.queue.Count;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What the actor's duty cycle does when something goes wrong that nobody thought of. */
final class BreakdownTest {
  private final ManualClock clock = new ManualClock();
  private final MemoryEventStore store = new MemoryEventStore(clock, 20);
  private final Instance here =
      new Instance(store, clock, new CountedIds(), RuleSet.oneOnOne()).started();

  @Test
  void anAppendThatBreaksDownIsToldToThoseWhoseCommandsWereInIt() {
    Sent first = here.enqueue("p-1");
    Sent second = here.enqueue("p-2");
    here.log.breakDown();
    assertThatThrownBy(() -> here.turn(first.message(), second.message()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(first.outcome()).isInstanceOf(Outcome.Unavailable.class);
    assertThat(List.of(first.answer(), second.answer())).allMatch(CompletableFuture::isDone);
  }

  @Test
  void aMessageThatBreaksDownTakesNoOtherWithIt() {
    Sent before = here.enqueue("p-1");
    Sent after = here.enqueue("p-2");
    CompletableFuture<Boolean> refreshed = new CompletableFuture<>();
    CompletableFuture<Integer> asked = new CompletableFuture<>();
    here.log.breakDown();
    assertThatThrownBy(() ->
            here.turn(
                before.message(),
                new Message.Refresh(refreshed),
                after.message(),
                new Message.Ask<>(QueueState::depth, asked)))
        .isInstanceOf(IllegalStateException.class);
    here.engine.failAll(Cause.FAULT, "it broke down");
    assertThat(List.of(before.answer(), refreshed, after.answer(), asked))
        .allMatch(CompletableFuture::isDone);
  }

  @Test
  void aQuestionThatFailsConcernsOnlyWhoAskedIt() {
    CompletableFuture<Integer> asked = new CompletableFuture<>();
    Sent sent = here.enqueue("p");
    here.turn(
        new Message.Ask<>(
            _ -> {
              throw new IllegalStateException("no such thing");
            },
            asked),
        sent.message());
    assertThat(asked).isCompletedExceptionally();
    assertThat(sent.isDone()).isTrue();
  }

  /** F27: a consumer that was removed by somebody takes its entries with it. */
  @Test
  void whatNobodyIsDeliveredIsMatchedAllTheSame() {
    here.turn(here.enqueue("p-1").message(), here.enqueue("p-2").message());
    here.turn();
    assertThat(here.folded.state().depth()).isEqualTo(2);
    clock.advance(Duration.ofSeconds(10));
    here.turn();
    assertThat(here.folded.state().depth()).isZero();
  }

  @Test
  void figuresAreThereWhileTheLogIsFoldedAnew() {
    here.turn(here.enqueue("p").message());
    assertThat(here.folded.figures().waiting()).isEqualTo(1);
    here.engine.forget();
    here.log.failRead();
    assertThatThrownBy(here.engine::load).isInstanceOf(StoreUnavailableException.class);
    assertThat(here.engine.isReady()).isFalse();
    assertThat(here.folded.figures().waiting()).isEqualTo(1);
    assertThat(here.folded.figures().counts()).containsEntry(Count.ENQUEUED_TICKETS, 1L);
  }
}
