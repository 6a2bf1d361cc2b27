package dev.pairtrail.domain.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.MatchBasis;
import dev.pairtrail.domain.event.MatchBasis.TicketBasis;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import dev.pairtrail.domain.event.TicketEnqueued;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Judges matches by the rules alone, and shares no code with the matcher. */
final class Referee {
  private final RuleSet rules;
  private final Instant now;
  private final PlainRules plain;

  Referee(RuleSet rules, Instant now) {
    this.rules = rules;
    this.now = now;
    plain = new PlainRules(rules, now);
  }

  void accepts(List<Team> teams, MatchBasis basis, Map<TicketId, TicketEnqueued> waiting) {
    List<TicketEnqueued> group =
        teams.stream().flatMap(team -> team.ticketIds().stream()).map(waiting::get).toList();
    assertThat(group).doesNotContainNull().doesNotHaveDuplicates();
    assertThat(plain.broken(group)).isEmpty();
    assertThat(plain.brokenByTeams(tickets(teams, waiting))).isEmpty();
    basis(basis, group);
  }

  private List<List<TicketEnqueued>> tickets(
      List<Team> teams, Map<TicketId, TicketEnqueued> waiting) {
    List<List<TicketEnqueued>> all = new ArrayList<>();
    assertThat(teams).hasSameSizeAs(rules.teams());
    for (int i = 0; i < teams.size(); i++) {
      Team team = teams.get(i);
      assertThat(team.name()).isEqualTo(rules.teams().get(i).name());
      List<TicketEnqueued> tickets = team.ticketIds().stream().map(waiting::get).toList();
      assertThat(team.playerIds())
          .isEqualTo(tickets.stream().flatMap(t -> t.players().stream()).map(Player::id).toList());
      all.add(tickets);
    }
    return all;
  }

  private void basis(MatchBasis basis, List<TicketEnqueued> group) {
    assertThat(basis.quality()).isBetween(0.0, 1.0);
    assertThat(basis.tickets().stream().map(TicketBasis::ticketId))
        .containsExactlyInAnyOrderElementsOf(group.stream().map(t -> t.ticketId()).toList());
    assertThat(basis.rules().stream().map(rule -> rule.rule()))
        .containsExactlyInAnyOrderElementsOf(
            rules.rules().stream().map(rule -> rule.name()).toList());
    for (TicketEnqueued ticket : group) {
      TicketBasis recorded =
          basis.tickets().stream()
              .filter(b -> b.ticketId().equals(ticket.ticketId()))
              .findFirst()
              .orElseThrow();
      assertThat(recorded.waited()).isEqualTo(Duration.between(ticket.timestamp(), now));
    }
  }

  /** Whether the two may be in one match at this moment, teams aside. */
  boolean allows(TicketEnqueued a, TicketEnqueued b) {
    return allows(List.of(a, b));
  }

  boolean allows(List<TicketEnqueued> group) {
    return plain.broken(group).isEmpty();
  }
}
