package dev.pairtrail.domain.queue;

import static dev.pairtrail.domain.fixture.Asks.activate;
import static dev.pairtrail.domain.fixture.Asks.pass;
import static dev.pairtrail.domain.fixture.Facts.activated;
import static dev.pairtrail.domain.fixture.Facts.enqueued;
import static dev.pairtrail.domain.fixture.Facts.joined;
import static dev.pairtrail.domain.fixture.Facts.plays;
import static dev.pairtrail.domain.fixture.Facts.rated;
import static dev.pairtrail.domain.fixture.Facts.started;
import static dev.pairtrail.domain.fixture.MatchFact.match;
import static dev.pairtrail.domain.fixture.Rules.rated;
import static dev.pairtrail.domain.fixture.Rules.rules;
import static dev.pairtrail.domain.fixture.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.rules.RuleSet;
import org.junit.jupiter.api.Test;

class ActivateRulesTest {
  private static final RuleSet RATED = rated().build();

  @Test
  void theFirstRulesAreVersionOneEvenIfTheyAreTheImpliedOnes() {
    given()
        .expect(state -> assertThat(state.rules().version()).isZero())
        .when(activate(RuleSet.oneOnOne()))
        .at(0)
        .then(activated(1, RuleSet.oneOnOne(), 0));
  }

  @Test
  void theSameRulesAgainAreNothingNew() {
    given(activated(1, RATED, 0)).when(activate(rated().build())).at(1).thenNothing();
  }

  @Test
  void changedRulesAreTheNextVersion() {
    given(activated(1, RATED, 0))
        .when(activate(RuleSet.oneOnOne()))
        .at(1)
        .then(activated(2, RuleSet.oneOnOne(), 1))
        .when(activate(RATED))
        .at(2)
        .then(activated(3, RATED, 2))
        .expect(state -> assertThat(state.rules()).isEqualTo(new ActiveRules(3, RATED)));
  }

  @Test
  void anActivationConcernsTheQueue() {
    Tag queue = Tag.queue(new QueueName("test"));
    given().when(activate(RATED)).at(0).relyingOn(queue).touching(queue);
  }

  @Test
  void whoWaitsIsMeasuredByTheNewRules() {
    given(activated(1, RATED, 0), enqueued("ann", rated(1000), 1), enqueued("bob", rated(2000), 2))
        .completePassAt(3)
        .and(activated(2, rules().build(), 4))
        .when(pass("r1"))
        .at(5)
        .then(
            match("r1")
                .red("ann")
                .blue("bob")
                .rulesVersion(2)
                .after(4)
                .waited("ann", 4)
                .waited("bob", 3)
                .at(5));
  }

  @Test
  void whoWaitsIsSortedIntoTheNewPartitions() {
    given(enqueued("ann", plays("ctf"), 1), enqueued("bob", plays("koth"), 2))
        .and(activated(1, rules().text("mode").partition("mode").build(), 3))
        .when(pass())
        .at(4)
        .thenNothing()
        .and(enqueued("cid", plays("koth"), 5))
        .when(pass("r1"))
        .at(6)
        .then(
            match("r1")
                .red("bob")
                .blue("cid")
                .rulesVersion(1)
                .after(4)
                .waited("bob", 4)
                .waited("cid", 1)
                .at(6));
  }

  @Test
  void roomsThatWaitForTheirStartBeginWhenTheStartBecomesAutomatic() {
    given(activated(1, rules().manualStart().build(), 0), enqueued("ann", 0), enqueued("bob", 1))
        .and(match("r1").red("ann").blue("bob").at(2))
        .and(joined("ann", "r1", 3), joined("bob", "r1", 3))
        .when(activate(rules().build()))
        .at(60)
        .then(activated(2, rules().build(), 60))
        .when(pass())
        .at(61)
        .then(started("r1", 61));
  }
}
