package dev.pairtrail.domain.rules;

import static dev.pairtrail.domain.fixture.Rules.distance;
import static dev.pairtrail.domain.fixture.Rules.rated;
import static dev.pairtrail.domain.fixture.Rules.rules;
import static dev.pairtrail.domain.fixture.Rules.step;
import static dev.pairtrail.domain.fixture.Rules.team;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.fixture.Rules;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleSetCheckTest {

  @Test
  void soundRulesHaveNoFault() {
    assertThat(RuleSetCheck.violations(RuleSet.oneOnOne())).isEmpty();
    finds(rated().text("mode").partition("mode").teams(5, 5).ticketTimeout(180));
    finds(rated().teams(64, 64).ticketTimeout(30.001));
  }

  @Test
  void aDefaultIsOfItsAttributesType() {
    var spec = new AttributeSpec(AttributeSpec.Type.NUMBER, Optional.of(new Attribute.Text("x")));
    finds(rules().attribute("rating", spec), "attributes.rating.default");
  }

  @Test
  void aPartitionIsOfDeclaredAttributes() {
    finds(rules().text("mode").partition("mode", "map"), "partition[1]");
  }

  @Test
  void thereAreTeams() {
    finds(rules().teams(List.of()), "teams");
  }

  @Test
  void aTeamHasANameOfItsOwnAndASize() {
    finds(
        rules().teams(List.of(team("red", 1, 1), team("red", 0, 0), team(" ", 3, 2))),
        "teams[1].name",
        "teams[1].min_players",
        "teams[2].name",
        "teams[2].max_players");
  }

  @Test
  void aMatchHasAtMost128Players() {
    finds(rules().teams(64, 65), "teams");
    finds(rules().teams(Integer.MAX_VALUE, Integer.MAX_VALUE), "teams");
  }

  @Test
  void aDistanceIsOfADeclaredNumber() {
    finds(rules().distance(100, Missing.ANY), "rules[0].attribute");
    finds(rules().text("rating").distance(100, Missing.ANY), "rules[0].attribute");
  }

  @Test
  void aWindowIsANumber() {
    for (double max : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      finds(rules().number("rating").distance(max, Missing.ANY), "rules[0].max");
    }
  }

  @Test
  void aRuleHasANameOfItsOwn() {
    finds(rated().rule(distance("other", 5, Party.AVG, Missing.ANY)));
    finds(rated().rule(distance("fair", 5, Party.AVG, Missing.ANY)), "rules[1].name");
  }

  @Test
  void eachStepIsLaterAndWider() {
    finds(
        rules()
            .number("rating")
            .distance(
                100,
                Missing.ANY,
                step(0, 200.0),
                step(10, 200.0),
                step(10, 300.0),
                step(20, Double.POSITIVE_INFINITY)),
        "rules[0].expand[1].max",
        "rules[0].expand[3].max",
        "rules[0].expand[0].after",
        "rules[0].expand[2].after");
  }

  @Test
  void eachStepCanBeReached() {
    finds(rated().ticketTimeout(30), "rules[0].expand[1].after");
  }

  @Test
  void timesAreLongerThanZero() {
    finds(rules().ticketTimeout(0).joinTimeout(0), "ticket_timeout", "join_timeout");
  }

  @Test
  void allFaultsAreReportedAtOnce() {
    finds(
        rules()
            .attribute(
                "mode",
                new AttributeSpec(AttributeSpec.Type.STRING, Optional.of(new Attribute.Numeric(1))))
            .partition("map")
            .teams(0, 1)
            .distance(-1, Missing.REJECT)
            .joinTimeout(-1),
        "attributes.mode.default",
        "partition[0]",
        "teams[0].min_players",
        "rules[0].attribute",
        "rules[0].max",
        "join_timeout");
  }

  @Test
  void aFaultSaysWhatThePlaceTakes() {
    assertThat(RuleSetCheck.violations(rules().joinTimeout(0).build()))
        .containsExactly(new Violation("join_timeout", "must be longer than zero"));
  }

  private static void finds(Rules rules, String... paths) {
    assertThat(RuleSetCheck.violations(rules.build()))
        .extracting(Violation::path)
        .containsExactly(paths);
  }
}
