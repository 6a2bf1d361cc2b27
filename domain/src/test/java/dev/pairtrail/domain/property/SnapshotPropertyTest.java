package dev.pairtrail.domain.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.fixture.Seeds;
import dev.pairtrail.domain.queue.Command;
import dev.pairtrail.domain.queue.Decider;
import dev.pairtrail.domain.queue.Decision;
import dev.pairtrail.domain.queue.QueueSnapshot;
import dev.pairtrail.domain.queue.QueueState;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** In every history and at every entry of it: a snapshot and what follows is the whole log. */
class SnapshotPropertyTest {
  /** Fewer than ended, so that some are forgotten before the snapshot, and some after it. */
  private static final int REMEMBERED = 12;

  @Test
  void aRestoredStateThatIsFoldedOnIsTheOneThatWasFoldedFromTheStart() {
    Seeds.forEach(
        60,
        seed -> {
          List<LogEntry> log = history(seed).log;
          QueueSnapshot whole = folded(log).snapshot();
          for (int cut = 0; cut <= log.size(); cut += 7) {
            assertThat(resumed(log, cut).snapshot()).as("cut at %d", cut).isEqualTo(whole);
          }
        });
  }

  @Test
  void aRestoredStateDecidesWhatTheOriginalDecides() {
    Seeds.forEach(
        60,
        seed -> {
          World world = history(seed);
          QueueState restored = QueueState.restored(world.full.snapshot(), 10_000);
          Decision original = Decider.decide(world.full, pass(), world.now);
          assertThat(Decider.decide(restored, pass(), world.now)).isEqualTo(original);
          assertThat(restored.waiting()).containsExactlyElementsOf(world.full.waiting().toList());
        });
  }

  @Test
  void aSnapshotIsNotChangedByWhatFollows() {
    List<LogEntry> log = history(1).log;
    QueueState state = folded(log.subList(0, 50));
    QueueSnapshot taken = state.snapshot();
    QueueSnapshot same = folded(log.subList(0, 50)).snapshot();
    log.forEach(state::evolve);
    assertThat(taken).isEqualTo(same).isNotEqualTo(state.snapshot());
  }

  /** Numbers its rooms from the first. */
  private static Command pass() {
    AtomicInteger rooms = new AtomicInteger();
    return new Command.RunPass(() -> new RoomId("new-" + rooms.incrementAndGet()), 100);
  }

  private static QueueState folded(List<LogEntry> log) {
    QueueState state = new QueueState(World.QUEUE, REMEMBERED);
    log.forEach(state::evolve);
    return state;
  }

  private static QueueState resumed(List<LogEntry> log, int cut) {
    QueueSnapshot snapshot = folded(log.subList(0, cut)).snapshot();
    QueueState state = QueueState.restored(snapshot, REMEMBERED);
    log.subList(cut, log.size()).forEach(state::evolve);
    return state;
  }

  private static World history(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    World world = new World();
    Players players = new Players(random, Crowds.ALL);
    for (int i = 0; i < 150; i++) {
      world.now = world.now.plusMillis(random.nextLong(4) * random.nextLong(1500));
      if (random.nextInt(4) == 0) {
        world.completePass(random.nextInt(1, 30));
      } else {
        world.carryOut(players.next(world.incremental));
      }
    }
    return world;
  }
}
