package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.event.RuleBasis;
import dev.pairtrail.domain.rules.TeamSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

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
      List<Waiting> inOrder = new ArrayList<>();
      for (Waiting member : members) {
        if (team.contains(member)) {
          inOrder.add(member);
        }
      }
      teams.add(inOrder);
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
    List<Proposal.Side> sides = new ArrayList<>(specs.size());
    for (int i = 0; i < specs.size(); i++) {
      sides.add(new Proposal.Side(specs.get(i).name(), teams.get(i)));
    }
    List<Proposal.Member> judged = new ArrayList<>(members.size());
    for (Waiting member : members) {
      judged.add(
          new Proposal.Member(member, moment.waited(member), window(member, criteria, moment)));
    }
    return new Proposal(sides, judged, measured(criteria, moment), quality(criteria, moment));
  }

  private static OptionalDouble window(Waiting ticket, Criteria criteria, Moment moment) {
    double window = criteria.window(ticket, moment);
    return Double.isInfinite(window) ? OptionalDouble.empty() : OptionalDouble.of(window);
  }

  private List<RuleBasis> measured(Criteria criteria, Moment moment) {
    List<RuleBasis> measured = new ArrayList<>(criteria.rules().rules().size());
    for (Criterion rule : criteria.criteria()) {
      measured.add(rule.measure(members, moment));
    }
    measured.addAll(criteria.teams().measure(teams, moment.youngest(members)));
    return measured;
  }

  /** The average over the rules with an upper limit of how little of it is used; 1 without any. */
  private double quality(Criteria criteria, Moment moment) {
    double sum = 0;
    int count = 0;
    for (Criterion rule : criteria.criteria()) {
      double quality = rule.quality(members, moment);
      if (!Double.isNaN(quality)) {
        sum += quality;
        count++;
      }
    }
    for (double quality : criteria.teams().qualities(teams, moment.youngest(members))) {
      if (!Double.isNaN(quality)) {
        sum += quality;
        count++;
      }
    }
    return count == 0 ? 1 : sum / count;
  }
}
