package dev.pairtrail.domain.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.MatchBasis;
import dev.pairtrail.domain.event.MatchMade;
import dev.pairtrail.domain.event.MatchProposed;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.TicketEnqueued;
import dev.pairtrail.domain.fixture.Seeds;
import dev.pairtrail.domain.queue.Command.ActivateRules;
import dev.pairtrail.domain.queue.Decider;
import dev.pairtrail.domain.queue.Decision;
import dev.pairtrail.domain.queue.Ticket;
import dev.pairtrail.domain.queue.Why;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.why.Outlook.Standing;
import dev.pairtrail.domain.why.PassedOver;
import dev.pairtrail.domain.why.PassedOver.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** In every history: what is said of the tickets is what the rules say and the matcher does. */
class WhyPropertyTest {
  private static final int NEAREST = 10;

  @SuppressWarnings("unused")
  private static final List<RuleSet> RULE_SETS = Crowds.ALL;

  @ParameterizedTest
  @FieldSource("RULE_SETS")
  void pairsAreJudgedByTheRules(RuleSet rules) {
    Seeds.forEach(
        20,
        seed -> {
          World world = crowd(seed, rules);
          Referee referee = new Referee(rules, world.now);
          List<Ticket> waiting = world.incremental.waiting().toList();
          for (Ticket one : waiting) {
            for (Ticket other : waiting) {
              assertThat(
                      one.equals(other)
                          || world.incremental.why(world.now).meeting(one, other).isAdmitted()
                              == referee.allows(enqueued(world, one), enqueued(world, other)))
                  .as("%s and %s", one, other)
                  .isTrue();
            }
          }
        });
  }

  private static TicketEnqueued enqueued(World world, Ticket ticket) {
    return world.ledger.waiting.get(ticket.id());
  }

  /** The longest wait seeds first, so it is matched by the next pass if and only if it can be. */
  @ParameterizedTest
  @FieldSource("RULE_SETS")
  void whatIsSaidToBePossibleHappens(RuleSet rules) {
    Seeds.forEach(
        60,
        seed -> {
          World world = crowd(seed, rules);
          Optional<Ticket> first =
              world.incremental.waiting().filter(t -> !isOverdue(rules, t, world.now)).findFirst();
          first.ifPresent(ticket ->
              assertThat(outlook(world, ticket) == Standing.POSSIBLE)
                  .isEqualTo(seeds(passed(world)).anyMatch(ticket.id()::equals)));
        });
  }

  private static boolean isOverdue(RuleSet rules, Ticket ticket, Instant now) {
    return rules
        .ticketTimeout()
        .filter(limit -> !ticket.enqueuedAt().plus(limit).isAfter(now))
        .isPresent();
  }

  private static Standing outlook(World world, Ticket ticket) {
    return world.incremental.why(world.now).outlook(ticket, NEAREST).standing();
  }

  /** Who can never match with those who are there is not matched, however long they wait. */
  @ParameterizedTest
  @FieldSource("RULE_SETS")
  void whoIsSaidToBeUnmatchableIsNotMatched(RuleSet rules) {
    Seeds.forEach(
        40,
        seed -> {
          World world = crowd(seed, rules);
          Why why = world.incremental.why(world.now);
          List<TicketId> hopeless =
              world
                  .incremental
                  .waiting()
                  .filter(ticket -> why.outlook(ticket, 0).unmatchable())
                  .map(Ticket::id)
                  .toList();
          int turns = 0;
          do {
            world.completePass(50);
            world.now = world.incremental.nextDue().orElse(world.now.plusSeconds(600));
          } while (++turns < 60 && world.incremental.depth() > 0);
          assertThat(hopeless)
              .allMatch(id -> world.incremental.ticket(id).orElseThrow().room().isEmpty());
        });
  }

  /** Whoever is said to be refused breaks a rule with the match; whoever is not, does not. */
  @ParameterizedTest
  @FieldSource("RULE_SETS")
  void whoWasPassedOverIsJudgedByTheRules(RuleSet rules) {
    Seeds.forEach(
        40,
        seed -> {
          World world = crowd(seed, rules);
          Referee referee = new Referee(rules, world.now);
          matches(passed(world))
              .findFirst()
              .ifPresent(basis -> {
                List<Ticket> members =
                    basis.tickets().stream()
                        .map(t -> world.incremental.ticket(t.ticketId()).orElseThrow())
                        .toList();
                for (PassedOver other : world.incremental.why(world.now).passedOver(members, 10)) {
                  TicketEnqueued passedOver = world.ledger.waiting.get(other.ticket());
                  List<TicketEnqueued> all = new ArrayList<>();
                  members.forEach(member -> all.add(enqueued(world, member)));
                  all.add(passedOver);
                  boolean refused = other.reason() == Reason.REFUSED;
                  assertThat(refused && referee.allows(all)).as("%s", other).isFalse();
                  other
                      .by()
                      .ifPresent(by ->
                          assertThat(referee.allows(world.ledger.waiting.get(by), passedOver))
                              .isFalse());
                }
              });
        });
  }

  private static World crowd(long seed, RuleSet rules) {
    SplittableRandom random = new SplittableRandom(seed);
    World world = new World();
    Players players = new Players(random, List.of(rules));
    world.carryOut(new ActivateRules(rules));
    for (int i = 0; i < 25; i++) {
      world.now = world.now.plusMillis(random.nextLong(4) * random.nextLong(1500));
      world.carryOut(players.next(world.incremental));
    }
    return world;
  }

  private static List<Event> passed(World world) {
    return World.events(Decider.decide(world.full, world.pass(100), world.now)).stream()
        .map(Decision.Decided::event)
        .toList();
  }

  private static Stream<TicketId> seeds(List<Event> events) {
    return matches(events).map(basis -> basis.tickets().getFirst().ticketId());
  }

  private static Stream<MatchBasis> matches(List<Event> events) {
    return events.stream()
        .filter(event -> event instanceof PlayersMatched || event instanceof MatchProposed)
        .map(MatchMade.class::cast)
        .flatMap(match -> match.basis().stream());
  }
}
