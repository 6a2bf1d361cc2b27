package dev.pairtrail.domain.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.MatchBasis.TicketBasis;
import dev.pairtrail.domain.event.PlayersMatched;
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

  void accepts(PlayersMatched match, Map<TicketId, TicketEnqueued> waiting) {
    List<TicketEnqueued> group = match.ticketIds().stream().map(waiting::get).toList();
    assertThat(group).doesNotContainNull().doesNotHaveDuplicates();
    assertThat(plain.broken(group)).isEmpty();
    assertThat(plain.brokenByTeams(teams(match, waiting))).isEmpty();
    basis(match, group);
    assertThat(match.joinDeadline()).contains(now.plus(rules.joinTimeout()));
  }

  private List<List<TicketEnqueued>> teams(
      PlayersMatched match, Map<TicketId, TicketEnqueued> waiting) {
    List<List<TicketEnqueued>> teams = new ArrayList<>();
    assertThat(match.teams()).hasSameSizeAs(rules.teams());
    for (int i = 0; i < match.teams().size(); i++) {
      PlayersMatched.Team team = match.teams().get(i);
      assertThat(team.name()).isEqualTo(rules.teams().get(i).name());
      List<TicketEnqueued> tickets = team.ticketIds().stream().map(waiting::get).toList();
      assertThat(team.playerIds())
          .isEqualTo(tickets.stream().flatMap(t -> t.players().stream()).map(Player::id).toList());
      teams.add(tickets);
    }
    return teams;
  }

  private void basis(PlayersMatched match, List<TicketEnqueued> group) {
    var basis = match.basis().orElseThrow();
    assertThat(basis.quality()).isBetween(0.0, 1.0);
    assertThat(basis.tickets().stream().map(TicketBasis::ticketId))
        .containsExactlyInAnyOrderElementsOf(match.ticketIds());
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
    return plain.broken(List.of(a, b)).isEmpty();
  }
}
