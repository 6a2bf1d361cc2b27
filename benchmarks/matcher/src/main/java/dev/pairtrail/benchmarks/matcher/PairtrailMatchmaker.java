package dev.pairtrail.benchmarks.matcher;

import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.rules.RuleSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The matcher of this project, which looks whenever something changed. */
final class PairtrailMatchmaker implements Matchmaker {
  private final Population population;
  private final Map<TicketId, Arrival> waiting = new HashMap<>();

  PairtrailMatchmaker(RuleSet rules) {
    population = new Population(rules);
  }

  @Override
  public long tick() {
    return 50;
  }

  @Override
  public void arrive(Arrival player) {
    var event =
        population.player(
            player.number(), player.rating(), Population.START.plusMillis(player.at()));
    population.fold(event);
    waiting.put(event.ticketId(), player);
  }

  @Override
  public List<Matched> match(long now) {
    List<Matched> matches = new ArrayList<>();
    for (var decided : population.pass(Population.START.plusMillis(now))) {
      if (decided.event() instanceof PlayersMatched match) {
        matches.add(
            new Matched(
                match.ticketIds().stream()
                    .map(id -> Objects.requireNonNull(waiting.remove(id)))
                    .toList(),
                now));
      }
    }
    return matches;
  }
}
