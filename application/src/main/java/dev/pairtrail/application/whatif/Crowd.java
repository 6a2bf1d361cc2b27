package dev.pairtrail.application.whatif;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.PlayerEnqueued;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.rules.DurationText;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The arrivals of a population, as entries of a log that nobody wrote. */
final class Crowd {
  static final Instant START = Instant.parse("2000-01-01T00:00:00Z");
  private static final int PAGE = 500;
  private static final double NANOS = 1e9;

  private final Population population;
  private final Random random;
  private final Habits habits;
  private final Instant end;
  private double seconds;
  private long number;

  Crowd(Population population, RuleSet rules) {
    this.population = population;
    random = new Random(population.seed());
    habits = new Habits(rules, population.ratings(), random);
    end = WhatIf.end(population);
    nextMoment();
  }

  /** The next arrivals; none at the end. */
  List<LogEntry> next() {
    List<LogEntry> page = new ArrayList<>();
    while (page.size() < PAGE && now().isBefore(end) && number < 2 * Population.MOST) {
      page.add(arrival());
      nextMoment();
    }
    return page;
  }

  /** The pauses of a Poisson process. The strict logarithm is the same on every machine. */
  private void nextMoment() {
    seconds -= StrictMath.log(1 - random.nextDouble()) / population.perSecond();
  }

  /** To the millisecond, as those that the service records. */
  private Instant now() {
    return START.plus(Duration.ofMillis((long) (seconds * NANOS / 1_000_000)));
  }

  private LogEntry arrival() {
    number++;
    Player player =
        new Player(new PlayerId("p-" + number), habits.attributes(rating()), habits.latencies());
    return new RecordedEvent(
        new Position(now().toEpochMilli(), number),
        number,
        Set.of(),
        Optional.empty(),
        new PlayerEnqueued(new TicketId("t-" + number), player, now()));
  }

  private Attribute rating() {
    double value =
        switch (population.ratings()) {
          case Population.Normal(var mean, var deviation) ->
              mean + deviation * random.nextGaussian();
          case Population.Uniform(var from, var to) -> from + (to - from) * random.nextDouble();
        };
    return new Attribute.Numeric(Math.rint(value));
  }

  List<String> assumed() {
    List<String> all = new ArrayList<>();
    all.add(
        "single players, who come at random (a Poisson process from seed "
            + population.seed()
            + "), "
            + Population.number(population.perSecond())
            + " a second on average, for "
            + DurationText.format(population.lasting()));
    all.addAll(habits.assumed());
    return all;
  }
}
