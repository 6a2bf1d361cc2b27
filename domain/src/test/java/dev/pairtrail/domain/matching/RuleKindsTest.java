package dev.pairtrail.domain.matching;

import static dev.pairtrail.domain.fixture.Asks.pass;
import static dev.pairtrail.domain.fixture.Facts.activated;
import static dev.pairtrail.domain.fixture.Facts.enqueued;
import static dev.pairtrail.domain.fixture.Facts.id;
import static dev.pairtrail.domain.fixture.Facts.plays;
import static dev.pairtrail.domain.fixture.Facts.rated;
import static dev.pairtrail.domain.fixture.MatchFact.match;
import static dev.pairtrail.domain.fixture.Rules.fewer;
import static dev.pairtrail.domain.fixture.Rules.limit;
import static dev.pairtrail.domain.fixture.Rules.rules;
import static dev.pairtrail.domain.fixture.Rules.step;
import static dev.pairtrail.domain.fixture.Rules.team;
import static dev.pairtrail.domain.fixture.Rules.until;
import static dev.pairtrail.domain.fixture.Scenario.given;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.fixture.MatchFact;
import dev.pairtrail.domain.fixture.Rules;
import dev.pairtrail.domain.fixture.Scenario;
import dev.pairtrail.domain.rules.EqualRule;
import dev.pairtrail.domain.rules.IntersectionRule;
import dev.pairtrail.domain.rules.LatencyRule;
import dev.pairtrail.domain.rules.Missing;
import dev.pairtrail.domain.rules.Party;
import dev.pairtrail.domain.rules.RangeRule;
import dev.pairtrail.domain.rules.Span;
import dev.pairtrail.domain.rules.TeamCountRule;
import dev.pairtrail.domain.rules.TeamDifferenceRule;
import dev.pairtrail.domain.rules.TeamSizeDifferenceRule;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What each kind of rule lets meet, and what a match says of it. */
class RuleKindsTest {

  @Test
  void equalValuesMeetUntilBothHaveWaited() {
    under(rules().text("mode").rule(new EqualRule("mode", "mode", until(10, true), Missing.REJECT)))
        .and(enqueued("ann", plays("ctf"), 0), enqueued("bob", plays("koth"), 5))
        .when(pass())
        .at(14.999)
        .thenNothing()
        .when(pass("r1"))
        .at(15)
        .then(duel("r1", 3).waited("ann", 15).waited("bob", 10).at(15));
  }

  @Test
  void aRangeWidensWithTheOwnWait() {
    under(
            rules()
                .number("rating")
                .rule(
                    new RangeRule(
                        "level",
                        "rating",
                        Party.AVG,
                        limit(new Span(10, 20), step(30, new Span(5, 40))),
                        Missing.REJECT)))
        .and(enqueued("ann", rated(20), 0), enqueued("bob", rated(21), 0))
        .when(pass())
        .at(29.999)
        .thenNothing()
        .when(pass("r1"))
        .at(30)
        .then(
            duel("r1", 3)
                .waited("ann", 30)
                .waited("bob", 30)
                .judged("level", 21, 40, "rating from 20.0 to 21.0")
                .at(30));
  }

  @Test
  void allOfAMatchShareSomethingNotOnlyEachTwo() {
    under(
            rules()
                .list("maps")
                .teams(1, 1, 1)
                .rule(new IntersectionRule("map", "maps", limit(1), Missing.REJECT)))
        .and(enqueued("ann", likes("x", "y"), 0), enqueued("bob", likes("y", "z"), 1))
        .and(enqueued("cid", likes("z", "x"), 2))
        .when(pass())
        .at(3)
        .thenNothing()
        .and(enqueued("dan", likes("y"), 4))
        .when(pass("r1"))
        .at(5)
        .then(
            match("r1")
                .red("ann")
                .blue("bob")
                .team("green", "dan")
                .rulesVersion(1)
                .after(5)
                .waited("ann", 5)
                .waited("bob", 4)
                .waited("dan", 1)
                .judged("map", 1, 1, "y")
                .at(5));
  }

  @Test
  void aRegionIsReachedByAllAtTheirOwnWaits() {
    under(rules().rule(new LatencyRule("ping", limit(80, step(20, 150)), Missing.REJECT)))
        .and(enqueued("ann", pings("ann", Map.of("eu", 30, "us", 140)), 0))
        .and(enqueued("bob", pings("bob", Map.of("us", 60)), 15))
        .when(pass())
        .at(19.999)
        .thenNothing()
        .when(pass("r1"))
        .at(20)
        .then(
            duel("r1", 3)
                .quality(0)
                .waited("ann", 20)
                .waited("bob", 5)
                .judged("ping", 140, 80, "us")
                .at(20));
  }

  @Test
  void eachTeamHasItsHealer() {
    under(
            rules()
                .text("role")
                .teams(2, 2)
                .rule(new TeamCountRule("healer", "role", "healer", limit(new Span(1, 1)))))
        .and(enqueued("ann", role("tank"), 0), enqueued("bob", role("tank"), 1))
        .and(enqueued("cid", role("tank"), 2), enqueued("dan", role("healer"), 3))
        .when(pass())
        .at(4)
        .thenNothing()
        .and(enqueued("eva", role("healer"), 5))
        .when(pass("r1"))
        .at(6)
        .then(
            match("r1")
                .red("ann", "dan")
                .blue("bob", "eva")
                .rulesVersion(1)
                .after(6)
                .waited("ann", 6)
                .waited("bob", 5)
                .waited("dan", 3)
                .waited("eva", 1)
                .judged("healer", 1, 1, "healer: red 1, blue 1")
                .at(6));
  }

  /** Where every seed that waits were searched for, this would not end. */
  @Test
  void aSurplusOfOneKindIsNotSearchedThrough() {
    Event[] tanks =
        IntStream.range(0, 20_000)
            .mapToObj(i -> enqueued("t" + i, role("tank"), i))
            .toArray(Event[]::new);
    under(
            rules()
                .text("role")
                .teams(5, 5)
                .rule(new TeamCountRule("healer", "role", "healer", limit(new Span(1, 1)))))
        .and(tanks)
        .and(enqueued("ann", role("healer"), 20_000))
        .when(pass())
        .at(20_001)
        .thenNothing()
        .and(enqueued("t", role("tank"), 20_002))
        .when(pass())
        .at(20_003)
        .thenNothing();
  }

  @Test
  void teamsAreAsEvenAsCanBe() {
    under(
            rules()
                .number("rating")
                .teams(2, 2)
                .rule(new TeamDifferenceRule("even", "rating", limit(50.0), Missing.ANY)))
        .and(enqueued("ann", rated(1000), 0), enqueued("bob", rated(1100), 1))
        .and(enqueued("cid", rated(1190), 2), enqueued("dan", rated(1300), 3))
        .when(pass("r1"))
        .at(4)
        .then(
            match("r1")
                .red("ann", "dan")
                .blue("bob", "cid")
                .rulesVersion(1)
                .after(5)
                .quality(1 - 5.0 / 50)
                .waited("ann", 4)
                .waited("bob", 3)
                .waited("cid", 2)
                .waited("dan", 1)
                .judged("even", 5, 50, "rating")
                .at(4));
  }

  @Test
  void aMatchBelowTheMaximumIsMadeOnlyWhenAnExpansionSaysSo() {
    under(rules().teams(List.of(team("red", 1, 2, fewer(10, 1)), team("blue", 1, 2, fewer(10, 1)))))
        .and(enqueued("ann", 0), enqueued("bob", 5))
        .when(pass())
        .at(14.999)
        .thenNothing()
        .when(pass("r1"))
        .at(15)
        .then(duel("r1", 3).waited("ann", 15).waited("bob", 10).at(15));
  }

  @Test
  void whoHasJustComeDoesNotAgreeToFewerPlayers() {
    under(rules().teams(List.of(team("all", 2, 4, fewer(10, 2)))))
        .and(enqueued("ann", 0), enqueued("bob", 1), enqueued("cid", 10))
        .when(pass("r1"))
        .at(11)
        .then(
            match("r1")
                .team("all", "ann", "bob")
                .rulesVersion(1)
                .after(4)
                .waited("ann", 11)
                .waited("bob", 10)
                .at(11));
  }

  @Test
  void fewerPlayersKeepToTheDifferenceInSize() {
    under(
            rules()
                .teams(List.of(team("red", 1, 3, fewer(10, 1)), team("blue", 1, 3, fewer(10, 1))))
                .rule(new TeamSizeDifferenceRule("sizes", limit(0))))
        .and(enqueued("ann", 0), enqueued("bob", 0), enqueued("cid", 0))
        .when(pass("r1"))
        .at(10)
        .then(duel("r1", 4).waited("ann", 10).waited("bob", 10).judged("sizes", 0, 0, "").at(10));
  }

  @Test
  void whoHasNoListCannotMeetWhoInsistsOnIt() {
    under(
            rules()
                .list("maps")
                .rule(new IntersectionRule("map", "maps", until(10, 1), Missing.REJECT)))
        .and(enqueued("ann", 0), enqueued("bob", likes("x"), 5))
        .when(pass())
        .at(14.999)
        .thenNothing()
        .when(pass("r1"))
        .at(15)
        .then(duel("r1", 3).waited("ann", 15).waited("bob", 10).at(15));
  }

  @Test
  void sixtyPlayTogetherInOneTeam() {
    Scenario scenario = under(rules().teams(60));
    MatchFact expected = match("r1").rulesVersion(1).after(61);
    String[] all = new String[60];
    for (int i = 0; i < 60; i++) {
      all[i] = "p%02d".formatted(i);
      scenario.and(enqueued(all[i], i));
      expected.waited(all[i], 60 - i);
    }
    scenario.when(pass("r1")).at(60).then(expected.red(all).at(60));
  }

  private static MatchFact duel(String room, long after) {
    return match(room).red("ann").blue("bob").rulesVersion(1).after(after);
  }

  private static Scenario under(Rules rules) {
    return given(activated(1, rules.build(), 0));
  }

  private static Map<String, Attribute> likes(String... maps) {
    return Map.of("maps", new Attribute.TextList(List.of(maps)));
  }

  private static Map<String, Attribute> role(String role) {
    return Map.of("role", new Attribute.Text(role));
  }

  private static List<Player> pings(String name, Map<String, Integer> latencies) {
    return List.of(new Player(id(name), Map.of(), latencies));
  }
}
