package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.event.RuleBasis;
import dev.pairtrail.domain.rules.TeamSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Tickets that may be one match, and their teams.
 *
 * @param members the seed first, then as they were added
 * @param teams in the order of the rule set
 */
record Lineup(List<Waiting> members, List<List<Waiting>> teams) {

  /** Where teams are alike the seed plays in the first; in each, who was added first is first. */
  static Lineup of(List<TeamSpec> specs, List<Waiting> members, List<List<Waiting>> divided) {
    List<List<Waiting>> teams = new ArrayList<>();
    for (List<Waiting> team : divided) {
      teams.add(members.stream().filter(team::contains).toList());
    }
    if (TeamSearch.areAlike(specs)) {
      teams.sort(
          Comparator.comparingInt(
              team -> team.isEmpty() ? members.size() : members.indexOf(team.getFirst())));
    }
    return new Lineup(members, teams);
  }

  /** The match with what it was judged by. */
  Proposal proposal(Criteria criteria, Moment moment) {
    List<TeamSpec> specs = criteria.rules().teams();
    List<Proposal.Side> sides = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      sides.add(new Proposal.Side(specs.get(i).name(), teams.get(i)));
    }
    List<Proposal.Member> judged =
        members.stream()
            .map(t -> new Proposal.Member(t, moment.waited(t), window(t, criteria, moment)))
            .toList();
    return new Proposal(sides, judged, measured(criteria, moment), quality(criteria, moment));
  }

  private static OptionalDouble window(Waiting ticket, Criteria criteria, Moment moment) {
    double window = criteria.window(ticket, moment);
    return Double.isInfinite(window) ? OptionalDouble.empty() : OptionalDouble.of(window);
  }

  private List<RuleBasis> measured(Criteria criteria, Moment moment) {
    return Stream.concat(
            criteria.criteria().stream().map(rule -> rule.measure(members, moment)),
            criteria.teams().measure(teams, moment.youngest(members)).stream())
        .toList();
  }

  /** The average over the rules with an upper limit of how little of it is used; 1 without any. */
  private double quality(Criteria criteria, Moment moment) {
    return DoubleStream.concat(
            criteria.criteria().stream().mapToDouble(rule -> rule.quality(members, moment)),
            criteria.teams().qualities(teams, moment.youngest(members)).stream()
                .mapToDouble(quality -> quality))
        .filter(quality -> !Double.isNaN(quality))
        .average()
        .orElse(1);
  }
}
