package dev.pairtrail.faults.audit;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.rules.TeamSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether what was decided keeps to a rule set: every ticket, every pair, every team looked at. */
record FairPlay(RuleSet rules, Made made, List<Waiter> members) {

  /** What is wrong with a match, or the proposal of one. */
  List<String> faults() {
    List<String> faults = alone();
    if (made.teams().size() != rules.teams().size()) {
      faults.add("there should be " + rules.teams().size() + " teams");
      return faults;
    }
    faults.addAll(broken(rules, made.teams().stream().map(this::tickets).toList(), made.at()));
    return faults;
  }

  /** What these teams break, if they are a match. */
  static List<String> broken(RuleSet rules, List<List<Waiter>> teams, Instant now) {
    List<Waiter> all = teams.stream().flatMap(List::stream).toList();
    List<String> broken = new ArrayList<>(new GroupRules(rules, now).broken(all, all));
    broken.addAll(new SideRules(rules, teams, now).brokenByMatch());
    return broken;
  }

  /**
   * What is wrong with those who came into a game.
   *
   * @param present who played in each team, as if they waited since the game asked for players
   */
  List<String> faultsIn(Map<String, List<Waiter>> present) {
    List<String> faults = alone();
    List<List<Waiter>> teams = new ArrayList<>();
    List<List<Waiter>> joined = new ArrayList<>();
    for (TeamSpec spec : rules.teams()) {
      List<Waiter> team = new ArrayList<>(present.getOrDefault(spec.name(), List.of()));
      List<Waiter> coming =
          made.teams().stream()
              .filter(named -> named.name().equals(spec.name()))
              .flatMap(named -> tickets(named).stream())
              .toList();
      team.addAll(coming);
      teams.add(team);
      if (!coming.isEmpty()) {
        joined.add(team);
      }
    }
    List<Waiter> all = teams.stream().flatMap(List::stream).toList();
    faults.addAll(new GroupRules(rules, made.at()).broken(all, members));
    faults.addAll(new SideRules(rules, teams, made.at()).brokenByBackfill(joined));
    return faults;
  }

  /** What is wrong with the tickets, each by itself. */
  private List<String> alone() {
    List<String> faults = new ArrayList<>();
    for (Waiter one : members) {
      rules
          .ticketTimeout()
          .filter(timeout -> waited(one).compareTo(timeout) >= 0)
          .ifPresent(_ -> faults.add(one.id + " had expired"));
    }
    for (Team team : made.teams()) {
      if (!Set.copyOf(team.playerIds()).equals(players(team))) {
        faults.add("team " + team.name() + " has players of other tickets");
      }
    }
    basis(faults);
    return faults;
  }

  private Duration waited(Waiter ticket) {
    return new Waits(made.at()).of(ticket);
  }

  private List<Waiter> tickets(Team team) {
    return members.stream().filter(ticket -> team.ticketIds().contains(ticket.id)).toList();
  }

  private Set<PlayerId> players(Team team) {
    Set<PlayerId> players = new HashSet<>();
    tickets(team).forEach(ticket -> ticket.players.forEach(player -> players.add(player.id())));
    return players;
  }

  private void basis(List<String> faults) {
    made.basis()
        .ifPresent(basis ->
            basis
                .tickets()
                .forEach(said ->
                    members.stream()
                        .filter(ticket -> ticket.id.equals(said.ticketId()))
                        .filter(ticket -> !waited(ticket).equals(said.waited()))
                        .forEach(ticket -> faults.add(ticket.id + " waited " + waited(ticket)))));
  }
}
