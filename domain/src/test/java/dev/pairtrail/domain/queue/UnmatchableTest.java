package dev.pairtrail.domain.queue;

import static dev.pairtrail.domain.fixture.Asks.enqueue;
import static dev.pairtrail.domain.fixture.Facts.activated;
import static dev.pairtrail.domain.fixture.Facts.enqueued;
import static dev.pairtrail.domain.fixture.Facts.id;
import static dev.pairtrail.domain.fixture.Facts.player;
import static dev.pairtrail.domain.fixture.Facts.rated;
import static dev.pairtrail.domain.fixture.Rules.limit;
import static dev.pairtrail.domain.fixture.Rules.rules;
import static dev.pairtrail.domain.fixture.Rules.step;
import static dev.pairtrail.domain.fixture.Rules.until;
import static dev.pairtrail.domain.fixture.Scenario.given;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.fixture.Rules;
import dev.pairtrail.domain.queue.Rejection.InvalidTicket;
import dev.pairtrail.domain.rules.EqualRule;
import dev.pairtrail.domain.rules.IntersectionRule;
import dev.pairtrail.domain.rules.LatencyRule;
import dev.pairtrail.domain.rules.Missing;
import dev.pairtrail.domain.rules.Party;
import dev.pairtrail.domain.rules.RangeRule;
import dev.pairtrail.domain.rules.Rule;
import dev.pairtrail.domain.rules.Span;
import dev.pairtrail.domain.rules.TeamCountRule;
import dev.pairtrail.domain.rules.Violation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A ticket that no wait will ever let match is refused at once, with the reason. */
class UnmatchableTest {

  @Test
  void outsideTheWidestRange() {
    refuses(
        new RangeRule(
            "level",
            "rating",
            Party.AVG,
            limit(new Span(10, 20), step(9, new Span(5, 40))),
            Missing.ANY),
        List.of(player("ann", rated(41))),
        "/players/0/attributes/rating",
        "must be from 5 to 40 here");
  }

  @Test
  void aPartyThatSharesTooLittle() {
    refuses(
        new IntersectionRule("map", "maps", limit(2, step(9, 1)), Missing.ANY),
        List.of(player("ann", likes("x")), player("bob", likes("y"))),
        "/players/0/attributes/maps",
        "must name 1 that the whole party shares");
  }

  @Test
  void aPartyWithoutACommonRegion() {
    refuses(
        new LatencyRule("ping", limit(80, step(9, 150)), Missing.REJECT),
        List.of(pings("ann", Map.of("eu", 20)), pings("bob", Map.of("us", 20))),
        "/players/0/latency_ms",
        "must name a region that the whole party reaches within 150 ms");
  }

  @Test
  void aPlayerWithoutLatencies() {
    refuses(
        new LatencyRule("ping", limit(80), Missing.REJECT),
        List.of(player("ann", Map.of())),
        "/players/0/latency_ms",
        "is required by this queue");
  }

  @Test
  void aPartyThatDiffersInWhatMustBeEqual() {
    refuses(
        new EqualRule("role", "role", limit(true), Missing.ANY),
        List.of(player("ann", plays("tank")), player("bob", plays("healer"))),
        "/players/1/attributes/role",
        "must be the same for the whole party");
  }

  @Test
  void aPartyWithTooManyOfAKind() {
    refuses(
        new TeamCountRule("healer", "role", "healer", limit(new Span(1, 1))),
        List.of(player("ann", plays("healer")), player("bob", plays("healer"))),
        "/players/0/attributes/role",
        "is healer for more than 1 of the party");
  }

  @Test
  void whatBecomesOptionalIsTaken() {
    given(
            activated(
                1,
                declared()
                    .rule(new EqualRule("role", "role", until(30, true), Missing.ANY))
                    .build(),
                0))
        .when(enqueue("ann-bob", List.of(player("ann", plays("a")), player("bob", plays("b")))))
        .at(1)
        .then(
            enqueued("ann-bob", List.of(player("ann", plays("a")), player("bob", plays("b"))), 1));
  }

  private static void refuses(Rule rule, List<Player> players, String path, String detail) {
    given(activated(1, declared().rule(rule).build(), 0))
        .when(enqueue("ticket", players))
        .at(1)
        .thenRejected(new InvalidTicket(List.of(new Violation(path, detail))));
  }

  private static Rules declared() {
    return rules().number("rating").list("maps").text("role").teams(2, 2);
  }

  private static Map<String, Attribute> likes(String... maps) {
    return Map.of("maps", new Attribute.TextList(List.of(maps)));
  }

  private static Map<String, Attribute> plays(String role) {
    return Map.of("role", new Attribute.Text(role));
  }

  private static Player pings(String name, Map<String, Integer> latencies) {
    return new Player(id(name), Map.of(), latencies);
  }
}
