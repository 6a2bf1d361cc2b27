package dev.pairtrail.application.whatif;

import static dev.pairtrail.application.whatif.Stage.START;
import static dev.pairtrail.application.whatif.Stage.cancelled;
import static dev.pairtrail.application.whatif.Stage.enqueued;
import static dev.pairtrail.application.whatif.Stage.expired;
import static dev.pairtrail.application.whatif.Stage.fellThrough;
import static dev.pairtrail.application.whatif.Stage.matched;
import static dev.pairtrail.application.whatif.Stage.party;
import static dev.pairtrail.application.whatif.Stage.second;
import static dev.pairtrail.application.whatif.Stage.ticket;
import static dev.pairtrail.application.whatif.Stage.wideAfter;
import static dev.pairtrail.application.whatif.Stage.within;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.application.history.LogPoint;
import dev.pairtrail.application.whatif.Comparison.Difference;
import dev.pairtrail.application.whatif.Comparison.Side;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.PlayerEnqueued;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import dev.pairtrail.domain.rules.Limit;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What would have become of the arrivals of a log under other rules. */
final class WhatIfTest {
  private final Stage stage = new Stage();

  @Test
  void theSameRulesGiveTheSameMatches() {
    stage.given(
        enqueued("ann", 1500, 0),
        enqueued("bob", 1650, 1),
        enqueued("cid", 1560, 2),
        matched("r-1", "ann", "cid", 2),
        enqueued("dan", 1100, 3),
        matched("r-2", "bob", "dan", 11),
        enqueued("eve", 1000, 12));
    Report report = stage.whatIf(wideAfter(8));
    assertThat(report.comparison()).contains(new Comparison(2, 0, 0, List.of()));
    assertThat(waits(report.simulated())).isEqualTo(waits(recorded(report)));
    assertThat(waits(report.simulated())).containsExactly(0.0, 2_000.0, 8_000.0, 10_000.0);
    assertThat(report.simulated().waiting()).isEqualTo(1);
  }

  @Test
  void aWiderWindowMatchesMoreAndSooner() {
    stage.given(
        enqueued("ann", 1500, 0),
        enqueued("bob", 1700, 1),
        matched("r-1", "ann", "bob", 9),
        enqueued("cid", 1500, 10),
        enqueued("dan", 1800, 20),
        expired("cid", 30),
        expired("dan", 40));
    Report report = stage.whatIf(within(300));
    assertThat(recorded(report).matched()).isEqualTo(2);
    assertThat(recorded(report).expired()).isEqualTo(2);
    assertThat(waits(recorded(report))).containsExactly(8_000.0, 9_000.0);
    assertThat(report.simulated().matched()).isEqualTo(4);
    assertThat(report.simulated().expired()).isZero();
    assertThat(waits(report.simulated())).containsExactly(0.0, 0.0, 1_000.0, 10_000.0);
    assertThat(report.simulated().spreads().percentile(50)).hasValue(200);
    assertThat(report.simulated().spreads().percentile(95)).hasValue(300);
    assertThat(report.simulated().differences().percentile(95)).hasValue(300);
  }

  @Test
  void whoCancelsWhileWaitingIsGone() {
    stage.given(
        enqueued("ann", 1500, 0),
        enqueued("bob", 1700, 1),
        cancelled("ann", 4),
        enqueued("cid", 1550, 6),
        enqueued("dan", 1550, 20));
    Figures patient = stage.whatIf(wideAfter(5)).simulated();
    assertThat(patient.cancelled()).isEqualTo(1);
    assertThat(waits(patient)).containsExactly(5_000.0, 10_000.0); // Once Cid waited 5 s.
    Report hasty = stage.whatIf(within(300));
    assertThat(hasty.simulated().cancelled()).isZero();
    assertThat(hasty.leftOut()).isEqualTo(new LeftOut(0, 0, 1));
  }

  @Test
  void anArrivalOfWhoStillWaitsIsLeftOutAndCounted() {
    stage.given(
        enqueued("ann", 1500, 0),
        enqueued("bob", 1900, 1),
        matched("r-1", "ann", "bob", 1),
        again("ann", 2),
        party("three", 3, "xia", "yan", "zoe"));
    Report report = stage.whatIf(within(100));
    assertThat(report.leftOut()).isEqualTo(new LeftOut(1, 1, 0));
    assertThat(recorded(report).arrived()).isEqualTo(4);
    assertThat(report.simulated().arrived()).isEqualTo(2);
    assertThat(report.simulated().waiting()).isEqualTo(2);
  }

  @Test
  void differencesAreToldInTheirOrder() {
    stage.given(
        enqueued("ann", 1500, 0),
        enqueued("bob", 1510, 1),
        enqueued("cid", 1520, 2),
        matched("r-1", "ann", "cid", 2));
    Comparison comparison = stage.whatIf(within(100)).comparison().orElseThrow();
    assertThat(comparison.alike()).isZero();
    assertThat(comparison.first())
        .extracting(Difference::side)
        .containsExactly(Side.SIMULATED, Side.RECORDED);
    assertThat(comparison.first().getFirst().meeting().at()).isEqualTo(second(1));
    assertThat(comparison.first().getFirst().meeting().tickets())
        .containsExactly(ticket("ann"), ticket("bob"));
  }

  @Test
  void timeAloneMatchesAndExpires() {
    RuleSet rules =
        within(
            new Limit<>(
                0.0, List.of(new Limit.Step<>(Duration.ofSeconds(5), 100.0)), Optional.empty()),
            Optional.of(Duration.ofSeconds(8)));
    stage.given(
        enqueued("ann", 1500, 0),
        enqueued("bob", 1550, 1),
        enqueued("cid", 100, 2),
        enqueued("dan", 9_000, 60));
    Figures figures = stage.whatIf(rules).simulated();
    assertThat(waits(figures)).containsExactly(5_000.0, 6_000.0);
    assertThat(figures.expired()).isEqualTo(1);
    assertThat(figures.waiting()).isEqualTo(1);
    assertThat(figures.series().start()).isEqualTo(START);
    assertThat(figures.series().matches().get(6)).isEqualTo(1);
    assertThat(figures.series().waiting()).startsWith(1L, 2L, 3L).endsWith(0L, 1L);
  }

  @Test
  void aWindowBeginsWithThoseWhoWait() {
    stage.given(
        enqueued("ann", 1500, 0),
        enqueued("bob", 1900, 1),
        enqueued("cid", 1900, 8),
        matched("r-1", "bob", "cid", 8),
        enqueued("dan", 1510, 20),
        matched("r-2", "ann", "dan", 20),
        enqueued("eve", 1510, 30));
    Report report =
        stage
            .whatIf(
                within(100),
                Optional.of(LogPoint.parse("2026-11-27T10:00:08.000Z")),
                new LogPoint.AtTime(second(20)))
            .orElseThrow();
    assertThat(report.start()).isEqualTo(second(8));
    assertThat(report.end()).isEqualTo(second(20));
    assertThat(report.simulated().waitedBefore()).isEqualTo(2);
    assertThat(report.simulated().arrived()).isEqualTo(2);
    assertThat(waits(report.simulated())).containsExactly(0.0, 0.0, 7_000.0, 20_000.0);
    assertThat(report.comparison().orElseThrow().alike()).isEqualTo(2);
  }

  @Test
  void aWindowWithoutEntriesIsNone() {
    stage.given(enqueued("ann", 1500, 0));
    LogPoint late = new LogPoint.AtPosition(new Position(second(5).toEpochMilli(), 0));
    assertThat(stage.whatIf(within(1), Optional.of(late), new LogPoint.End())).isEmpty();
    assertThat(new Stage().whatIf(within(1), Optional.empty(), new LogPoint.End())).isEmpty();
  }

  @Test
  void aMatchThatFellThroughWasMade() {
    stage.given(
        enqueued("ann", 1500, 0),
        enqueued("bob", 1510, 2),
        matched("r-1", "ann", "bob", 2),
        fellThrough("r-1", List.of("ann"), List.of("bob"), 32),
        enqueued("cid", 1510, 40),
        matched("r-2", "ann", "cid", 40));
    Figures recorded = recorded(stage.whatIf(within(100)));
    assertThat(recorded.matches()).isEqualTo(2);
    assertThat(recorded.fellThrough()).isEqualTo(1);
    assertThat(recorded.matched()).isEqualTo(3);
    assertThat(waits(recorded)).containsExactly(0.0, 0.0, 2_000.0);
    assertThat(recorded.spreads().size()).isEqualTo(2);
  }

  @Test
  void aLogOfThePlainServiceIsReadToo() {
    stage.given(
        plain("ann", 0),
        plain("bob", 1),
        plainMatch("r-1", "ann", "bob", 3),
        plain("ann", 5),
        plain("bob", 6),
        plainMatch("r-2", "ann", "bob", 9));
    Report report = stage.whatIf(RuleSet.oneOnOne());
    assertThat(report.measured()).isEmpty();
    assertThat(recorded(report).arrived()).isEqualTo(4);
    assertThat(waits(recorded(report))).containsExactly(2_000.0, 3_000.0, 3_000.0, 4_000.0);
    assertThat(waits(report.simulated())).containsExactly(0.0, 0.0, 1_000.0, 1_000.0);
    assertThat(report.comparison()).contains(new Comparison(2, 0, 0, List.of()));
    assertThat(report.simulated().spreads().percentile(50)).isEmpty();
  }

  /** The ticket of a plain log has its player's id, time and again. */
  private static Event plain(String name, double second) {
    return new PlayerEnqueued(new TicketId(name), Player.of(new PlayerId(name)), second(second));
  }

  private static Event plainMatch(String room, String one, String other, double second) {
    return new PlayersMatched(
        new RoomId(room),
        List.of(
            new Team("player1", List.of(new TicketId(one)), List.of(new PlayerId(one))),
            new Team("player2", List.of(new TicketId(other)), List.of(new PlayerId(other)))),
        Optional.empty(),
        Optional.empty(),
        second(second));
  }

  private static Event again(String name, double second) {
    return new PlayerEnqueued(ticket(name + "-2"), Player.of(new PlayerId(name)), second(second));
  }

  private static Figures recorded(Report report) {
    return report.recorded().orElseThrow();
  }

  private static List<Double> waits(Figures figures) {
    return IntStream.range(0, figures.waits().size()).mapToObj(figures.waits()::get).toList();
  }
}
