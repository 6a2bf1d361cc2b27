package dev.pairtrail.domain.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.TicketEnqueued;
import dev.pairtrail.domain.fixture.Seeds;
import dev.pairtrail.domain.queue.Command.ActivateRules;
import dev.pairtrail.domain.queue.Command.Enqueue;
import dev.pairtrail.domain.queue.Decider;
import dev.pairtrail.domain.queue.Decision.Decided;
import dev.pairtrail.domain.rules.DistanceRule;
import dev.pairtrail.domain.rules.RuleSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** On small pools the matcher is held against what trying everything, in plain words, comes to. */
class BruteForcePropertyTest {
  @SuppressWarnings("unused")
  private static final List<RuleSet> DUELS =
      List.of(Crowds.ANYBODY, Crowds.RANKED, Crowds.STRICT, Crowds.REGIONS);

  @SuppressWarnings("unused")
  private static final List<RuleSet> THREES = List.of(Crowds.MAPS, Crowds.BLOCKED);

  /** Each one, the longest wait first, takes the nearest that it may meet. */
  @ParameterizedTest
  @FieldSource("DUELS")
  void aPassPairsWhomThePlainRulesPair(RuleSet rules) {
    Seeds.forEach(
        150,
        seed -> {
          World world = crowd(seed, rules);
          List<Set<TicketId>> decided = new ArrayList<>();
          for (Decided event :
              World.events(Decider.decide(world.full, world.pass(100), world.now))) {
            if (event.event() instanceof PlayersMatched match) {
              decided.add(Set.copyOf(match.ticketIds()));
            }
          }
          assertThat(decided).isEqualTo(pairs(world, rules));
        });
  }

  private static List<Set<TicketId>> pairs(World world, RuleSet rules) {
    Referee referee = new Referee(rules, world.now);
    List<TicketEnqueued> waiting = new ArrayList<>(world.ledger.waiting.values());
    rules
        .ticketTimeout()
        .ifPresent(
            timeout -> waiting.removeIf(t -> !t.timestamp().plus(timeout).isAfter(world.now)));
    waiting.sort(byWait());
    waiting.removeIf(alone -> !new PlainRules(rules, world.now).broken(List.of(alone)).isEmpty());
    List<Set<TicketId>> pairs = new ArrayList<>();
    Set<TicketEnqueued> taken = new HashSet<>();
    for (TicketEnqueued seed : waiting) {
      waiting.stream()
          .filter(other -> !taken.contains(seed) && !taken.contains(other) && !other.equals(seed))
          .filter(other -> referee.allows(seed, other))
          .min(
              Comparator.<TicketEnqueued>comparingDouble(t -> apart(rules, seed, t))
                  .thenComparing(byWait()))
          .ifPresent(other -> {
            pairs.add(Set.of(seed.ticketId(), other.ticketId()));
            taken.add(seed);
            taken.add(other);
          });
    }
    return pairs;
  }

  private static Comparator<TicketEnqueued> byWait() {
    return Comparator.comparing(TicketEnqueued::timestamp).thenComparing(TicketEnqueued::ticketId);
  }

  /** Who lacks a rating comes last, and is as near to all where the seed lacks one. */
  private static double apart(RuleSet rules, TicketEnqueued seed, TicketEnqueued other) {
    boolean measured = rules.rules().stream().anyMatch(rule -> rule instanceof DistanceRule);
    double apart = Math.abs(rating(seed) - rating(other));
    return !measured || Double.isNaN(rating(seed))
        ? 0
        : Double.isNaN(apart) ? Double.POSITIVE_INFINITY : apart;
  }

  private static double rating(TicketEnqueued ticket) {
    return ticket.players().getFirst().attributes().get("rating")
            instanceof Attribute.Numeric(double value)
        ? value
        : Double.NaN;
  }

  /** Of all threes that are left, none may meet. */
  @ParameterizedTest
  @FieldSource("THREES")
  void aCompletePassLeavesNoThreeThatMayMeet(RuleSet rules) {
    Seeds.forEach(
        60,
        seed -> {
          World world = crowd(seed, rules);
          world.completePass(100);
          List<TicketEnqueued> left = List.copyOf(world.ledger.waiting.values());
          PlainRules plain = new PlainRules(rules, world.now);
          for (int i = 0; i < left.size(); i++) {
            for (int j = i + 1; j < left.size(); j++) {
              for (int k = j + 1; k < left.size(); k++) {
                assertThat(plain.broken(List.of(left.get(i), left.get(j), left.get(k))))
                    .isNotEmpty();
              }
            }
          }
        });
  }

  private static World crowd(long seed, RuleSet rules) {
    SplittableRandom random = new SplittableRandom(seed);
    World world = new World();
    Players players = new Players(random, List.of(rules));
    world.carryOut(new ActivateRules(rules));
    while (world.ledger.waiting.size() < 25) {
      world.now = world.now.plusMillis(random.nextLong(1500));
      if (players.next(world.incremental) instanceof Enqueue enqueue) {
        world.carryOut(enqueue);
      }
    }
    return world;
  }
}
