package dev.pairtrail.application.whatif;

import static dev.pairtrail.application.whatif.Stage.trial;
import static dev.pairtrail.application.whatif.Stage.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pairtrail.application.history.Progress;
import dev.pairtrail.domain.rules.AttributeSpec;
import dev.pairtrail.domain.rules.IntersectionRule;
import dev.pairtrail.domain.rules.LatencyRule;
import dev.pairtrail.domain.rules.Limit;
import dev.pairtrail.domain.rules.Missing;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.rules.Span;
import dev.pairtrail.domain.rules.TeamCountRule;
import dev.pairtrail.domain.rules.TeamSpec;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Players who are made up come at random, and the same ones each time. */
final class PopulationTest {
  private static final Population POPULATION =
      new Population(20, new Population.Normal(1500, 300), Duration.ofMinutes(5), 7);

  @Test
  void theSameSeedGivesTheSameReport() {
    assertThat(figures(POPULATION)).isEqualTo(figures(POPULATION));
    Population other =
        new Population(20, POPULATION.ratings(), POPULATION.lasting(), POPULATION.seed() + 1);
    assertThat(figures(other)).isNotEqualTo(figures(POPULATION));
  }

  @Test
  void asManyComeAsWereAskedFor() {
    Figures figures = report(POPULATION, within(50)).simulated();
    assertThat(figures.arrived()).isBetween(5_600L, 6_400L);
    assertThat(figures.matched() + figures.waiting()).isEqualTo(figures.arrived());
    assertThat(figures.spreads().percentile(100).orElseThrow()).isLessThanOrEqualTo(50);
  }

  @Test
  void ratingsAreSpreadAsAskedFor() {
    Population.Uniform ratings = new Population.Uniform(1000, 1010);
    Population even = new Population(10, ratings, Duration.ofMinutes(1), 1);
    Figures figures = report(even, within(10)).simulated();
    assertThat(figures.waiting()).isLessThan(2);
    assertThat(figures.spreads().percentile(100).orElseThrow()).isBetween(5.0, 10.0);
  }

  @Test
  void theyHaveWhatTheRulesAskFor() {
    Population few = new Population(1, POPULATION.ratings(), Duration.ofMinutes(2), 7);
    Report report = report(few, five());
    assertThat(report.leftOut()).isEqualTo(new LeftOut(0, 0, 0));
    assertThat(report.simulated().matches()).isPositive();
    assertThat(report.recorded()).isEmpty();
    assertThat(report.assumed())
        .contains("rating is drawn from normal(1500,300)", "mode is any", "maps is any1, any2")
        .contains("role is healer for 20 % of them, else any", "latency_ms is any: 20");
  }

  @Test
  void nobodyAndTooManyAreNoPopulation() {
    assertThatThrownBy(() -> lasting(Duration.ZERO)).hasMessage("nobody comes");
    assertThatThrownBy(() -> lasting(Duration.ofDays(30))).hasMessageContaining("at most");
  }

  private static Population lasting(Duration duration) {
    return new Population(20, POPULATION.ratings(), duration, 1);
  }

  private static RuleSet five() {
    Map<String, AttributeSpec> attributes = new LinkedHashMap<>();
    attributes.put("rating", new AttributeSpec(AttributeSpec.Type.NUMBER, Optional.empty()));
    attributes.put("mode", new AttributeSpec(AttributeSpec.Type.STRING, Optional.empty()));
    attributes.put("maps", new AttributeSpec(AttributeSpec.Type.STRING_LIST, Optional.empty()));
    attributes.put("role", new AttributeSpec(AttributeSpec.Type.STRING, Optional.empty()));
    RuleSet plain = RuleSet.oneOnOne();
    return new RuleSet(
        attributes,
        List.of("mode"),
        List.of(TeamSpec.of("red", 5), TeamSpec.of("blue", 5)),
        List.of(
            new IntersectionRule("maps", "maps", Limit.fixed(2), Missing.REJECT),
            new LatencyRule("ping", Limit.fixed(80), Missing.REJECT),
            new TeamCountRule("healer", "role", "healer", Limit.fixed(new Span(1, 1)))),
        plain.acceptance(),
        plain.ratings(),
        plain.ticketTimeout(),
        plain.joinTimeout(),
        plain.start());
  }

  private static String figures(Population population) {
    Figures figures = report(population, within(50)).simulated();
    return figures.series() + " " + figures.waits().percentile(50) + figures.spreads().get(9);
  }

  private static Report report(Population population, RuleSet rules) {
    return WhatIf.ofPopulation(population, trial(rules), Progress.NONE);
  }
}
