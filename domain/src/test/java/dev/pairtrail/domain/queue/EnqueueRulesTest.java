package dev.pairtrail.domain.queue;

import static dev.pairtrail.domain.fixture.Asks.enqueue;
import static dev.pairtrail.domain.fixture.Facts.activated;
import static dev.pairtrail.domain.fixture.Facts.enqueued;
import static dev.pairtrail.domain.fixture.Facts.id;
import static dev.pairtrail.domain.fixture.Facts.player;
import static dev.pairtrail.domain.fixture.Facts.players;
import static dev.pairtrail.domain.fixture.Facts.plays;
import static dev.pairtrail.domain.fixture.Facts.rated;
import static dev.pairtrail.domain.fixture.Rules.rules;
import static dev.pairtrail.domain.fixture.Scenario.given;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.fixture.Scenario;
import dev.pairtrail.domain.queue.Rejection.InvalidTicket;
import dev.pairtrail.domain.rules.Missing;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.rules.Violation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the rules of a queue ask of a ticket. */
class EnqueueRulesTest {

  @Test
  void anAttributeThatARuleNeedsIsRequired() {
    RuleSet rules = rules().number("rating").distance(100, Missing.REJECT).build();
    under(rules)
        .when(enqueue("ann"))
        .at(1)
        .thenRejected(invalid("/players/0/attributes/rating", "is required by this queue"))
        .when(enqueue("ann", rated(1500)))
        .at(1)
        .then(enqueued("ann", rated(1500), 1));
  }

  @Test
  void aDefaultStandsInForARequiredAttribute() {
    RuleSet rules = rules().number("rating", 1500).distance(100, Missing.REJECT).build();
    under(rules).when(enqueue("ann")).at(1).then(enqueued("ann", 1));
  }

  @Test
  void anAttributeHasItsDeclaredType() {
    RuleSet rules = rules().number("rating").text("mode").build();
    Map<String, Attribute> wrong = Map.of("mode", new Attribute.Numeric(1));
    under(rules)
        .when(enqueue("ann", wrong))
        .at(1)
        .thenRejected(invalid("/players/0/attributes/mode", "must be a string"));
  }

  @Test
  void aPointerEscapesTheNameOfAnAttribute() {
    Map<String, Attribute> wrong = Map.of("k/d~ratio", new Attribute.Text("high"));
    under(rules().number("k/d~ratio").build())
        .when(enqueue("ann", wrong))
        .at(1)
        .thenRejected(invalid("/players/0/attributes/k~1d~0ratio", "must be a number"));
  }

  @Test
  void aPartySharesThePartition() {
    List<Player> party = List.of(player("ann", plays("ctf")), player("bob", plays("koth")));
    under(rules().teams(2, 2).text("mode").partition("mode").build())
        .when(enqueue("ann-bob", party))
        .at(1)
        .thenRejected(invalid("/players/1/attributes/mode", "must be the same for the whole party"))
        .when(enqueue("ann-bob", plays("ctf")))
        .at(1)
        .then(enqueued("ann-bob", plays("ctf"), 1));
  }

  @Test
  void aPartyFitsIntoATeam() {
    under(rules().teams(1, 2).build())
        .when(enqueue("ann-bob-cid"))
        .at(1)
        .thenRejected(invalid("/players", "a ticket of this queue has 1 to 2 players"))
        .when(enqueue("ann-bob"))
        .at(1)
        .then(enqueued("ann-bob", 1));
  }

  @Test
  void aTicketHasAPlayer() {
    given()
        .when(enqueue("nobody", List.of()))
        .at(1)
        .thenRejected(invalid("/players", "a ticket of this queue has 1 to 1 players"));
  }

  @Test
  void aPartyHasNobodyTwice() {
    List<Player> twice = List.of(Player.of(id("ann")), player("ann", rated(1)));
    under(rules().teams(2, 2).build())
        .when(enqueue("ann-ann", twice))
        .at(1)
        .thenRejected(invalid("/players", "the same player is named twice"));
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    RuleSet rules =
        rules()
            .teams(2, 2)
            .number("rating")
            .text("mode")
            .partition("mode")
            .distance(100, Missing.REJECT)
            .build();
    List<Player> party =
        List.of(
            player("ann", Map.of("rating", new Attribute.Text("high"))),
            player("bob", plays("ctf")),
            players("ann", rated(1500)).getFirst());
    under(rules)
        .when(enqueue("ann-bob-ann", party))
        .at(1)
        .thenRejected(
            new InvalidTicket(
                List.of(
                    new Violation("/players", "a ticket of this queue has 1 to 2 players"),
                    new Violation("/players/0/attributes/rating", "must be a number"),
                    new Violation("/players/1/attributes/rating", "is required by this queue"),
                    new Violation(
                        "/players/1/attributes/mode", "must be the same for the whole party"),
                    new Violation("/players", "the same player is named twice"))));
  }

  private static Scenario under(RuleSet rules) {
    return given(activated(1, rules, 0));
  }

  private static Rejection invalid(String pointer, String detail) {
    return new InvalidTicket(List.of(new Violation(pointer, detail)));
  }
}
