package dev.pairtrail.domain.matching;

import dev.pairtrail.domain.rules.TeamSpec;
import java.util.ArrayList;
import java.util.List;

/** The teams of a match while they fill: each ticket goes where most places are free. */
final class TeamFill {
  private final List<TeamSpec> specs;
  private final List<List<Waiting>> teams = new ArrayList<>();
  private final List<Waiting> inOrder = new ArrayList<>();
  private final int[] free;

  TeamFill(List<TeamSpec> specs) {
    this.specs = specs;
    free = specs.stream().mapToInt(TeamSpec::maxPlayers).toArray();
    specs.forEach(_ -> teams.add(new ArrayList<>()));
  }

  boolean add(Waiting ticket) {
    int roomiest = 0;
    for (int i = 1; i < free.length; i++) {
      roomiest = free[i] > free[roomiest] ? i : roomiest;
    }
    if (free[roomiest] < ticket.size()) {
      return false;
    }
    free[roomiest] -= ticket.size();
    teams.get(roomiest).add(ticket);
    inOrder.add(ticket);
    return true;
  }

  boolean isFull() {
    for (int places : free) {
      if (places > 0) {
        return false;
      }
    }
    return true;
  }

  List<Waiting> inOrder() {
    return inOrder;
  }

  List<Proposal.Side> sides() {
    List<Proposal.Side> sides = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      sides.add(new Proposal.Side(specs.get(i).name(), List.copyOf(teams.get(i))));
    }
    return sides;
  }
}
