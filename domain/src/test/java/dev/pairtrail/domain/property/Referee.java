package dev.pairtrail.domain.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.MatchBasis.TicketBasis;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.TicketEnqueued;
import dev.pairtrail.domain.rules.DistanceRule;
import dev.pairtrail.domain.rules.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges matches by the rules alone, pair by pair, and shares no code with the matcher. */
final class Referee {
  private final RuleSet rules;
  private final Instant now;

  Referee(RuleSet rules, Instant now) {
    this.rules = rules;
    this.now = now;
  }

  void accepts(PlayersMatched match, Map<TicketId, TicketEnqueued> waiting) {
    List<TicketEnqueued> group = match.ticketIds().stream().map(waiting::get).toList();
    assertThat(group).doesNotContainNull().doesNotHaveDuplicates();
    teams(match, waiting);
    for (TicketEnqueued one : group) {
      group.stream()
          .filter(other -> !other.equals(one))
          .forEach(other -> assertThat(allows(one, other)).as("%s and %s", one, other).isTrue());
    }
    basis(match, group);
    assertThat(match.joinDeadline()).contains(now.plus(rules.joinTimeout()));
  }

  private void teams(PlayersMatched match, Map<TicketId, TicketEnqueued> waiting) {
    assertThat(match.teams()).hasSameSizeAs(rules.teams());
    for (int i = 0; i < match.teams().size(); i++) {
      PlayersMatched.Team team = match.teams().get(i);
      assertThat(team.name()).isEqualTo(rules.teams().get(i).name());
      assertThat(team.playerIds()).hasSize(rules.teams().get(i).maxPlayers());
      assertThat(team.playerIds())
          .isEqualTo(
              team.ticketIds().stream()
                  .flatMap(id -> waiting.get(id).players().stream())
                  .map(Player::id)
                  .toList());
    }
  }

  private void basis(PlayersMatched match, List<TicketEnqueued> group) {
    var basis = match.basis().orElseThrow();
    assertThat(basis.quality()).isBetween(0.0, 1.0);
    assertThat(basis.tickets().stream().map(TicketBasis::ticketId))
        .containsExactlyInAnyOrderElementsOf(match.ticketIds());
    for (TicketEnqueued ticket : group) {
      TicketBasis recorded =
          basis.tickets().stream()
              .filter(b -> b.ticketId().equals(ticket.ticketId()))
              .findFirst()
              .orElseThrow();
      assertThat(recorded.waited()).isEqualTo(waited(ticket));
      assertThat(recorded.window().isPresent()).isEqualTo(number(ticket) != null);
      recorded.window().ifPresent(w -> assertThat(w).isEqualTo(window(waited(ticket))));
    }
  }

  /** Whether the two may be in one match at this moment. */
  boolean allows(TicketEnqueued a, TicketEnqueued b) {
    boolean together =
        rules.partition().stream().allMatch(name -> value(a, name).equals(value(b, name)));
    return together && (rules.distance().isEmpty() || near(a, b));
  }

  private boolean near(TicketEnqueued a, TicketEnqueued b) {
    Double x = number(a);
    Double y = number(b);
    if (x == null || y == null) {
      return rule().missing() == DistanceRule.Missing.ANY;
    }
    double apart = Math.abs(x - y);
    return apart <= window(waited(a)) && apart <= window(waited(b));
  }

  private Duration waited(TicketEnqueued ticket) {
    return Duration.between(ticket.timestamp(), now);
  }

  private double window(Duration wait) {
    double widest = rule().max();
    for (DistanceRule.Step step : rule().expand()) {
      widest = wait.minus(step.after()).isNegative() ? widest : Math.max(widest, step.max());
    }
    return widest;
  }

  private DistanceRule rule() {
    return rules.distance().orElseThrow();
  }

  private Optional<Attribute> value(TicketEnqueued ticket, String name) {
    return value(ticket.players().getFirst(), name);
  }

  private Optional<Attribute> value(Player player, String name) {
    Attribute given = player.attributes().get(name);
    return given != null ? Optional.of(given) : rules.attributes().get(name).defaultValue();
  }

  private @Nullable Double number(TicketEnqueued ticket) {
    if (rules.distance().isEmpty()) {
      return null;
    }
    List<Double> numbers = new ArrayList<>();
    for (Player player : ticket.players()) {
      value(player, rule().attribute())
          .filter(Attribute.Numeric.class::isInstance)
          .ifPresent(value -> numbers.add(((Attribute.Numeric) value).value()));
    }
    return numbers.isEmpty()
        ? null
        : switch (rule().party()) {
          case AVG -> numbers.stream().mapToDouble(n -> n).average().orElseThrow();
          case MIN -> numbers.stream().mapToDouble(n -> n).min().orElseThrow();
          case MAX -> numbers.stream().mapToDouble(n -> n).max().orElseThrow();
        };
  }
}
