package dev.pairtrail.domain.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks a rule set as a whole, in meaning as well as in shape, and reports all faults at once. */
public final class RuleSetCheck {
  static final int MAX_MATCH_SIZE = 128;
  static final int MAX_RULES = 32;

  private final RuleSet rules;
  private final List<Violation> violations = new ArrayList<>();

  private RuleSetCheck(RuleSet rules) {
    this.rules = rules;
  }

  /** What is wrong with the rule set; empty if it can be activated. */
  public static List<Violation> violations(RuleSet rules) {
    RuleSetCheck check = new RuleSetCheck(rules);
    check.attributes();
    check.partition();
    check.teams();
    check.rules();
    check.ratings();
    check.times();
    return List.copyOf(check.violations);
  }

  private void attributes() {
    rules
        .attributes()
        .forEach((name, spec) ->
            spec.defaultValue()
                .filter(value -> !spec.type().admits(value))
                .ifPresent(_ ->
                    report("attributes." + name + ".default", "is not of the attribute's type")));
  }

  private void partition() {
    for (int i = 0; i < rules.partition().size(); i++) {
      String name = rules.partition().get(i);
      if (!rules.attributes().containsKey(name)) {
        report("partition[" + i + "]", name + " is not among the queue's attributes");
      }
    }
  }

  private void teams() {
    if (rules.teams().isEmpty()) {
      report("teams", "needs at least one team");
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < rules.teams().size(); i++) {
      team("teams[" + i + "]", rules.teams().get(i), names);
    }
    if (rules.teams().stream().mapToLong(TeamSpec::maxPlayers).sum() > MAX_MATCH_SIZE) {
      report("teams", "a match has at most " + MAX_MATCH_SIZE + " players in all");
    }
  }

  private void team(String path, TeamSpec team, Set<String> names) {
    if (team.name().isBlank()) {
      report(path + ".name", "must not be blank");
    }
    if (!names.add(team.name())) {
      report(path + ".name", "another team has the name " + team.name());
    }
    if (team.minPlayers() < 1) {
      report(path + ".min_players", "must be at least 1");
    }
    if (team.maxPlayers() < team.minPlayers()) {
      report(path + ".max_players", "must be at least min_players, " + team.minPlayers());
    } else {
      shrinking(path, team);
    }
  }

  /** A match below the maximum is made only when an expansion says so. */
  private void shrinking(String path, TeamSpec team) {
    Duration after = Duration.ZERO;
    int fewest = team.maxPlayers();
    for (int i = 0; i < team.expand().size(); i++) {
      String at = path + ".expand[" + i + "]";
      TeamSpec.Step step = team.expand().get(i);
      rising(at, step.after(), after);
      if (step.minPlayers() >= fewest || step.minPlayers() < team.minPlayers()) {
        report(
            at + ".min_players",
            "must be less than the "
                + fewest
                + " before it and not less than the team's min_players, "
                + team.minPlayers());
      }
      after = step.after();
      fewest = step.minPlayers();
    }
    if (fewest > team.minPlayers()) {
      report(
          path + ".min_players",
          "is never reached: a team is full, "
              + team.maxPlayers()
              + ", unless expand lets it have fewer, such as {after: 30s, min_players: "
              + team.minPlayers()
              + "}");
    }
  }

  private void rules() {
    Set<String> names = new HashSet<>();
    if (rules.rules().size() > MAX_RULES) {
      report("rules", "a queue has at most " + MAX_RULES + " rules");
    }
    for (int i = 0; i < rules.rules().size(); i++) {
      String path = "rules[" + i + "]";
      Rule rule = rules.rules().get(i);
      if (rule.name().isBlank()) {
        report(path + ".name", "must not be blank");
      }
      if (!names.add(rule.name())) {
        report(path + ".name", "another rule has the name " + rule.name());
      }
      violations.addAll(new RuleCheck(rules, path, rule).violations());
      expansions(path, rule.limit());
    }
  }

  private void expansions(String path, Limit<?> limit) {
    Duration after = Duration.ZERO;
    for (int i = 0; i < limit.expand().size(); i++) {
      Duration next = limit.expand().get(i).after();
      rising(path + ".expand[" + i + "]", next, after);
      after = next;
    }
    Duration last = after;
    limit
        .optionalAfter()
        .ifPresent(end -> {
          reachable(path + ".optional_after", end);
          if (end.compareTo(last) <= 0) {
            report(path + ".optional_after", "must be longer than " + text(last));
          }
        });
  }

  private void rising(String path, Duration after, Duration before) {
    if (after.compareTo(before) <= 0) {
      report(path + ".after", "must be longer than the step before, which is at " + text(before));
    }
    reachable(path + ".after", after);
  }

  private void reachable(String path, Duration after) {
    if (rules.ticketTimeout().filter(t -> t.compareTo(after) <= 0).isPresent()) {
      report(path, "can never be reached: tickets expire before");
    }
  }

  private static String text(Duration wait) {
    return DurationText.format(wait);
  }

  private void ratings() {
    rules
        .ratings()
        .ifPresent(ratings -> {
          AttributeSpec spec = rules.attributes().get(ratings.attribute());
          if (spec == null || spec.type() != AttributeSpec.Type.NUMBER) {
            report(
                "ratings.attribute",
                ratings.attribute() + " is not a number attribute of the queue");
          }
          if (!Double.isFinite(ratings.mean())) {
            report("ratings.mean", "must be a number");
          }
          if (!(ratings.deviation() > 0) || Double.isInfinite(ratings.deviation())) {
            report("ratings.deviation", "must be a number, more than 0");
          }
        });
  }

  private void times() {
    positive("ticket_timeout", rules.ticketTimeout());
    positive("join_timeout", Optional.of(rules.joinTimeout()));
    positive("acceptance.timeout", rules.acceptance());
  }

  private void positive(String path, Optional<Duration> time) {
    if (time.filter(t -> !t.isPositive()).isPresent()) {
      report(path, "must be longer than zero");
    }
  }

  private void report(String path, String detail) {
    violations.add(new Violation(path, detail));
  }
}
