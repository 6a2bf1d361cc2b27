package dev.pairtrail.domain.matching;

import static dev.pairtrail.domain.fixture.Facts.START;
import static dev.pairtrail.domain.fixture.Rules.rules;
import static dev.pairtrail.domain.fixture.Rules.step;
import static dev.pairtrail.domain.fixture.Rules.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.fixture.Seeds;
import dev.pairtrail.domain.property.Crowds;
import dev.pairtrail.domain.property.Players;
import dev.pairtrail.domain.rules.EqualRule;
import dev.pairtrail.domain.rules.IntersectionRule;
import dev.pairtrail.domain.rules.LatencyRule;
import dev.pairtrail.domain.rules.Missing;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.why.Meeting;
import dev.pairtrail.domain.why.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** In every crowd: what the judge says of two tickets is what the matcher does with them. */
class JudgePropertyTest {
  /** All that is compared may be missing, which is let pass once nobody insists. */
  private static final RuleSet FADING =
      rules()
          .text("mode")
          .list("maps")
          .rule(new IntersectionRule("map", "maps", until(9, 2, step(4, 1)), Missing.REJECT))
          .rule(new EqualRule("mode", "mode", until(12, true), Missing.ANY))
          .rule(new LatencyRule("ping", until(7, 40, step(5, 120)), Missing.REJECT))
          .ticketTimeout(20)
          .build();

  @SuppressWarnings("unused")
  private static final List<RuleSet> RULE_SETS =
      Stream.concat(Crowds.ALL.stream(), Stream.of(FADING)).toList();

  @ParameterizedTest
  @FieldSource("RULE_SETS")
  void judgesAsTheMatcherDoes(RuleSet rules) {
    Seeds.forEach(
        40,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          WaitingPools pools = new WaitingPools(rules);
          List<Waiting> crowd = crowd(random, rules, pools);
          Instant now = START.plusMillis(random.nextLong(40_000));
          for (Waiting one : crowd) {
            for (Waiting other : crowd) {
              if (!one.equals(other)) {
                judge(pools, one, other, now);
              }
            }
          }
        });
  }

  private static List<Waiting> crowd(SplittableRandom random, RuleSet rules, WaitingPools pools) {
    Players players = new Players(random, List.of(rules));
    Judge judge = new Judge(pools, START);
    List<Waiting> crowd = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      Instant since = START.plusNanos(random.nextLong(25_000_000_000L));
      List<Player> party = players.party(rules.largestTeam());
      crowd.add(
          judge.ticket(
              new TicketId("t" + i), since, random.nextInt(4) > 0 ? party : silent(party)));
    }
    return crowd;
  }

  /** The same who say nothing of themselves. */
  private static List<Player> silent(List<Player> party) {
    return party.stream().map(player -> Player.of(player.id())).toList();
  }

  private static void judge(WaitingPools pools, Waiting one, Waiting other, Instant now) {
    Judge judge = new Judge(pools, now);
    Meeting meeting = judge.meeting(one, other);
    assertThat(meeting.isAdmitted()).isEqualTo(admit(pools, one, other, now));
    assertThat(meeting.isAdmitted()).isEqualTo(admit(pools, other, one, now));
    assertThat(meeting.inTime().isPresent()).isEqualTo(judge.willMeet(one, other));
    Instant both = one.since().isAfter(other.since()) ? one.since() : other.since();
    meeting
        .admittedFrom()
        .ifPresentOrElse(
            from -> {
              assertThat(admit(pools, one, other, from)).isTrue();
              assertThat(from.equals(both) || !admit(pools, one, other, from.minusNanos(1)))
                  .isTrue();
              assertThat(from.isBefore(both)).isFalse();
            },
            () -> assertThat(admit(pools, one, other, now.plusSeconds(100_000))).isFalse());
    meeting
        .refusal()
        .ifPresent(refusal -> namesWhatRefuses(pools, refusal, List.of(one, other), now));
  }

  private static boolean admit(WaitingPools pools, Waiting seed, Waiting other, Instant now) {
    Moment moment = new Moment(now);
    Criteria criteria = pools.criteria();
    return seed.partition().equals(other.partition())
        && criteria.admit(List.of(), seed, moment)
        && criteria.admit(List.of(seed), other, moment);
  }

  /** The rule that is named refuses, and none before it does. */
  private static void namesWhatRefuses(
      WaitingPools pools, Refusal refusal, List<Waiting> pair, Instant now) {
    Moment moment = new Moment(now);
    List<String> refusing =
        pools.criteria().criteria().stream()
            .filter(c ->
                !c.admits(List.of(), pair.getFirst(), moment)
                    || !c.admits(List.of(pair.getFirst()), pair.getLast(), moment))
            .map(c -> c.rule().name())
            .toList();
    boolean together = pair.getFirst().partition().equals(pair.getLast().partition());
    assertThat(refusal.rule()).isEqualTo(together ? refusing.getFirst() : Refusal.PARTITION);
    switch (refusal) {
      case Refusal.Apart apart ->
          assertThat(apart.distance()).isGreaterThan(Math.min(apart.window(), apart.otherWindow()));
      case Refusal.Outside outside ->
          assertThat(outside.span().contains(outside.value())).isFalse();
      case Refusal.TooLittleInCommon few ->
          assertThat((double) few.common().size())
              .isLessThan(Math.max(few.needed(), few.otherNeeded()));
      case Refusal.OutOfReach far ->
          assertThat(
                  far.region().isEmpty()
                      || far.latency() > far.limit()
                      || far.otherLatency() > far.otherLimit())
              .isTrue();
      case Refusal.Different different ->
          assertThat(different.insists() || different.otherInsists()).isTrue();
      case Refusal.OtherPartition _,
          Refusal.Lacking _,
          Refusal.Disagreeing _,
          Refusal.NotTogether _ -> {}
    }
  }
}
