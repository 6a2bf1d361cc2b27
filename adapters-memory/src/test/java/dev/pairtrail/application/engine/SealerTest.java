package dev.pairtrail.application.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.application.CountedIds;
import dev.pairtrail.application.ManualClock;
import dev.pairtrail.application.Outcome;
import dev.pairtrail.application.Settings;
import dev.pairtrail.application.history.LogPoint;
import dev.pairtrail.application.history.Progress;
import dev.pairtrail.application.history.RecordedLog;
import dev.pairtrail.application.history.Verifier;
import dev.pairtrail.application.history.VerifyReport;
import dev.pairtrail.application.port.EntryLines;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogSealed;
import dev.pairtrail.domain.event.Metadata.Origin;
import dev.pairtrail.domain.queue.Command;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Logs are sealed in time, and once, whoever does it. */
final class SealerTest {
  private static final int EVERY = 10;
  private static final Duration WITHIN = Duration.ofMinutes(10);
  private static final EntryLines LINES = (_, entry) -> entry.toString();

  private final ManualClock clock = new ManualClock();
  private final MemoryEventStore store = new MemoryEventStore(clock);
  private final CountedIds ids = new CountedIds();
  private final Instance here = instance();
  private final Instance there = instance();

  private Instance instance() {
    return new Instance(store, clock, ids, RuleSet.oneOnOne()).started();
  }

  private Sealer sealer(Instance instance) {
    return new Sealer(
        new RecordedLog(Instance.QUEUE, store.log(Instance.QUEUE), 3),
        LINES,
        () -> Sealer.State.of(instance.folded.state()),
        command -> submit(instance, command),
        new Settings.Seals(EVERY, WITHIN),
        clock);
  }

  private static Outcome<QueueState> submit(Instance instance, Command command) {
    Submission<QueueState> submission = new Submission<>(command, Origin.NONE, state -> state);
    instance.turn(new Message.Submit(submission));
    return submission.answer().join();
  }

  private void play(int players) {
    for (int i = 0; i < players; i++) {
      here.turn(here.enqueue("p-" + ids.newTicket().value()).message());
    }
  }

  private List<LogSealed> seals() {
    return here.events(Position.START).stream()
        .filter(LogSealed.class::isInstance)
        .map(LogSealed.class::cast)
        .toList();
  }

  private VerifyReport verified() {
    return new Verifier(new RecordedLog(Instance.QUEUE, store.log(Instance.QUEUE), 3), LINES, 400)
        .verify(new LogPoint.End(), Progress.NONE);
  }

  @Test
  void enoughEntriesAreSealed() {
    Sealer sealer = sealer(here);
    play(EVERY - 2);
    sealer.turn();
    assertThat(seals()).isEmpty();
    play(1);
    Position last = here.folded.head().position();
    sealer.turn();
    assertThat(seals()).hasSize(1);
    assertThat(seals().getFirst().through()).isEqualTo(last);
    assertThat(seals().getFirst().entries()).isEqualTo(EVERY);
    play(EVERY);
    sealer.turn();
    assertThat(verified().seals()).isEqualTo(2);
    assertThat(verified().fault()).isEmpty();
  }

  @Test
  void whatIsNewIsSealedAfterSomeTimeAndNothingElse() {
    Sealer sealer = sealer(here);
    play(1);
    clock.advance(WITHIN);
    sealer.turn();
    assertThat(seals()).hasSize(1);
    clock.advance(WITHIN);
    sealer.turn();
    assertThat(seals()).hasSize(1);
    play(1);
    sealer.turn();
    assertThat(seals()).hasSize(2);
    assertThat(verified().fault()).isEmpty();
  }

  @Test
  void whereTwoSealAtOnceTheFirstSealCounts() {
    play(EVERY);
    Sealer.State before = Sealer.State.of(there.folded.state());
    sealer(here).turn();
    Position through = here.folded.state().seal().orElseThrow().through();
    Outcome<QueueState> late =
        submit(there, new Command.SealLog(Position.START, through, EVERY, "00".repeat(32)));
    assertThat(before.seal()).isEmpty();
    assertThat(late).isInstanceOf(Outcome.Done.class);
    assertThat(seals()).hasSize(1);
    assertThat(verified().fault()).isEmpty();
  }
}
