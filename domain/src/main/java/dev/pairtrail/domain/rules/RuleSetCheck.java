package dev.pairtrail.domain.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks a rule set as a whole, in meaning as well as in shape, and reports all faults at once. */
public final class RuleSetCheck {
  private static final int MAX_MATCH_SIZE = 128;

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
      requireDeclared("partition[" + i + "]", rules.partition().get(i));
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
    if (team.maxPlayers() != team.minPlayers()) {
      report(path + ".max_players", "must equal min_players: teams have a fixed size");
    }
  }

  private void rules() {
    Set<String> names = new HashSet<>();
    int distances = 0;
    for (int i = 0; i < rules.rules().size(); i++) {
      String path = "rules[" + i + "]";
      Rule rule = rules.rules().get(i);
      if (!names.add(rule.name())) {
        report(path + ".name", "another rule has the name " + rule.name());
      }
      switch (rule) {
        case DistanceRule distance -> {
          distance(path, distance);
          if (++distances > 1) {
            report(path + ".type", "a queue has at most one distance rule");
          }
        }
      }
    }
  }

  private void distance(String path, DistanceRule rule) {
    if (requireDeclared(path + ".attribute", rule.attribute())
        && spec(rule).type() != AttributeSpec.Type.NUMBER) {
      report(path + ".attribute", rule.attribute() + " is not of type number");
    }
    if (!(rule.max() >= 0) || Double.isInfinite(rule.max())) {
      report(path + ".max", "must be a number, 0 or more");
    }
    expansions(path, rule);
  }

  private AttributeSpec spec(DistanceRule rule) {
    return Optional.ofNullable(rules.attributes().get(rule.attribute())).orElseThrow();
  }

  private void expansions(String path, DistanceRule rule) {
    Duration after = Duration.ZERO;
    double max = rule.max();
    for (int i = 0; i < rule.expand().size(); i++) {
      String at = path + ".expand[" + i + "]";
      DistanceRule.Step step = rule.expand().get(i);
      if (step.after().compareTo(after) <= 0) {
        report(at + ".after", "must be longer than the step before, which is at " + after);
      }
      if (!(step.max() > max) || Double.isInfinite(step.max())) {
        report(at + ".max", "must widen the window, which is " + max + " before it");
      }
      if (rules.ticketTimeout().filter(t -> t.compareTo(step.after()) <= 0).isPresent()) {
        report(at + ".after", "can never be reached: tickets expire before");
      }
      after = step.after();
      max = step.max();
    }
  }

  private void times() {
    if (rules.ticketTimeout().filter(t -> !t.isPositive()).isPresent()) {
      report("ticket_timeout", "must be longer than zero");
    }
    if (!rules.joinTimeout().isPositive()) {
      report("join_timeout", "must be longer than zero");
    }
  }

  private boolean requireDeclared(String path, String attribute) {
    boolean declared = rules.attributes().containsKey(attribute);
    if (!declared) {
      report(path, attribute + " is not among the queue's attributes");
    }
    return declared;
  }

  private void report(String path, String detail) {
    violations.add(new Violation(path, detail));
  }
}
