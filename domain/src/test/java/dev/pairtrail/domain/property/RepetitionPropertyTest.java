package dev.pairtrail.domain.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.fixture.Seeds;
import dev.pairtrail.domain.queue.ActiveRules;
import dev.pairtrail.domain.queue.Command;
import dev.pairtrail.domain.queue.Command.ActivateRules;
import dev.pairtrail.domain.queue.Count;
import dev.pairtrail.domain.queue.Decider;
import dev.pairtrail.domain.queue.Decision.Accepted;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.queue.Room;
import dev.pairtrail.domain.queue.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What holds for every command in every history. */
class RepetitionPropertyTest {

  @Test
  void aCommandRepeatedAtOnceIsAcceptedAndYieldsNoEvents() {
    Seeds.forEach(
        40,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          World world = new World();
          Players players = new Players(random, Crowds.ALL);
          for (int i = 0; i < 150; i++) {
            world.now = world.now.plusMillis(random.nextInt(2000));
            Command command = players.next(world.incremental);
            if (world.carryOut(command) instanceof Accepted) {
              assertThat(World.events(world.carryOut(command))).as("%s", command).isEmpty();
            }
            world.completePass(50);
          }
        });
  }

  @Test
  void decidingChangesNothing() {
    Seeds.forEach(
        15,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          World world = new World();
          Players players = new Players(random, Crowds.ALL);
          world.carryOut(new ActivateRules(Crowds.TRIOS));
          for (int i = 0; i < 100; i++) {
            world.now = world.now.plusMillis(random.nextInt(2000));
            Command command =
                random.nextInt(5) == 0 ? world.pass(3) : players.next(world.incremental);
            View before = View.of(world.incremental);
            Object decision = Decider.decide(world.incremental, command, world.now);
            assertThat(decision).isNotNull();
            assertThat(View.of(world.incremental)).isEqualTo(before);
            world.carryOut(command);
          }
        });
  }

  @Test
  void aStateThatWasToldOfPassesSaysWhatAReplayedOneSays() {
    Seeds.forEach(
        15,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          World world = new World();
          Players players = new Players(random, Crowds.ALL);
          for (int i = 0; i < 100; i++) {
            world.now = world.now.plusMillis(random.nextInt(2000));
            world.carryOut(players.next(world.incremental));
            world.completePass(50);
            assertThat(View.of(world.incremental).log()).isEqualTo(View.of(world.full).log());
          }
        });
  }

  /** All that a state says of itself. */
  private record View(Log log, Optional<Instant> due) {

    /** What follows from the log alone. */
    private record Log(
        Head head,
        ActiveRules rules,
        List<Ticket> waiting,
        List<Room> open,
        Map<Count, Long> counts) {}

    static View of(QueueState state) {
      return new View(
          new Log(
              state.head(),
              state.rules(),
              state.waiting().toList(),
              List.copyOf(state.openRooms()),
              state.counts()),
          state.nextDue());
    }
  }
}
