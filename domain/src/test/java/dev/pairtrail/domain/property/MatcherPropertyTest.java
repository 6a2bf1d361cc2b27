package dev.pairtrail.domain.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.event.TicketEnqueued;
import dev.pairtrail.domain.fixture.Seeds;
import dev.pairtrail.domain.queue.Command.ActivateRules;
import dev.pairtrail.domain.rules.RuleSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * In every history: the incremental pass decides what a full pass decides, every match satisfies
 * its rules, every ticket is in one place, no player is in two, and nothing is due before nextDue.
 */
class MatcherPropertyTest {
  @SuppressWarnings("unused")
  private static final List<RuleSet> RULE_SETS = Crowds.ALL;

  @SuppressWarnings("unused")
  private static final List<RuleSet> DUELS = Crowds.DUELS;

  @ParameterizedTest
  @FieldSource("RULE_SETS")
  void underOneRuleSet(RuleSet rules) {
    Seeds.forEach(60, seed -> run(seed, rules, List.of(rules), 120));
  }

  @Test
  void underRuleSetsThatChange() {
    Seeds.forEach(120, seed -> run(seed, RuleSet.oneOnOne(), Crowds.ALL, 200));
  }

  @ParameterizedTest
  @FieldSource("DUELS")
  void aCompletePassLeavesNoPairThatMayMeet(RuleSet rules) {
    Seeds.forEach(
        60,
        seed -> {
          World world = run(seed, rules, List.of(rules), 120);
          world.completePass(7);
          Referee referee = new Referee(rules, world.now);
          List<TicketEnqueued> waiting = List.copyOf(world.ledger.waiting.values());
          for (TicketEnqueued one : waiting) {
            assertThat(waiting)
                .noneMatch(other -> !other.equals(one) && referee.allows(one, other));
          }
        });
  }

  private static World run(long seed, RuleSet first, List<RuleSet> ruleSets, int steps) {
    SplittableRandom random = new SplittableRandom(seed);
    World world = new World();
    Players players = new Players(random, ruleSets);
    world.carryOut(new ActivateRules(first));
    for (int i = 0; i < steps; i++) {
      world.now = world.now.plusMillis(random.nextLong(4) * random.nextLong(1500));
      switch (random.nextInt(6)) {
        case 0 -> world.carryOut(world.pass(random.nextInt(1, 4)));
        case 1, 2 -> world.completePass(random.nextInt(1, 30));
        default -> world.carryOut(players.next(world.incremental));
      }
    }
    return world;
  }
}
