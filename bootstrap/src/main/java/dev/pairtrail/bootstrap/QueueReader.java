package dev.pairtrail.bootstrap;

import dev.pairtrail.adapters.redis.QueueKeys;
import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.rules.AttributeSpec;
import dev.pairtrail.domain.rules.RatingSpec;
import dev.pairtrail.domain.rules.Rule;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.rules.RuleSetCheck;
import dev.pairtrail.domain.rules.TeamSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Turns one queue of a configuration file into a rule set, and notes all that is wrong with it. */
final class QueueReader {
  private final FilePlace at;
  private final int before;

  QueueReader(String path, List<String> problems) {
    at = new FilePlace(path, problems);
    before = problems.size();
  }

  Optional<QueueName> name(String name) {
    try {
      return Optional.of(new QueueName(name));
    } catch (IllegalArgumentException e) {
      at.report(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /**
   * The rule set; empty if something is wrong. Its meaning is looked at once its shape is right.
   */
  Optional<RuleSet> rules(FileShape.Queue queue) {
    RuleSet rules =
        new RuleSet(
            attributes(queue),
            queue.partition().orElse(List.of()),
            queue.teams().isEmpty() ? RuleSet.oneOnOne().teams() : teams(queue),
            rulesOf(queue),
            queue.acceptance().map(a -> at.below("acceptance").duration("timeout", a.timeout())),
            queue.ratings().map(this::ratings),
            at.anyDuration("ticket_timeout", queue.ticketTimeout()),
            at.anyDuration("join_timeout", queue.joinTimeout())
                .orElse(RuleSet.DEFAULT_JOIN_TIMEOUT),
            at.constant("start", RuleSet.Start.class, queue.start()).orElse(RuleSet.Start.AUTO));
    if (isSound()) {
      RuleSetCheck.violations(rules)
          .forEach(violation -> at.below(violation.path()).report(violation.detail()));
    }
    return isSound() ? Optional.of(rules) : Optional.empty();
  }

  private boolean isSound() {
    return at.problems().size() == before;
  }

  /** The key of the log, where the queue names one that can be used. */
  Optional<String> redisKey(FileShape.Queue queue) {
    return at.read("redis_key", queue.redisKey(), QueueKeys::new).map(QueueKeys::events);
  }

  private Map<String, AttributeSpec> attributes(FileShape.Queue queue) {
    Map<String, AttributeSpec> specs = new TreeMap<>();
    queue
        .attributes()
        .forEach((name, attribute) ->
            attribute(at.below("attributes." + name), attribute)
                .ifPresent(spec -> specs.put(name, spec)));
    return specs;
  }

  private static Optional<AttributeSpec> attribute(FilePlace at, FileShape.Attribute attribute) {
    return at.constant(
            "type", AttributeSpec.Type.class, Optional.of(at.text("type", attribute.type())))
        .map(type ->
            new AttributeSpec(type, attribute.defaultValue().flatMap(v -> value(at, type, v))));
  }

  private static Optional<Attribute> value(
      FilePlace at, AttributeSpec.Type type, List<String> parts) {
    String text = String.join(",", parts);
    return switch (type) {
      case NUMBER -> at.anyNumber("default", Optional.of(text)).map(Attribute.Numeric::new);
      case STRING -> Optional.of(new Attribute.Text(text));
      case STRING_LIST -> Optional.of(new Attribute.TextList(parts));
    };
  }

  private List<TeamSpec> teams(FileShape.Queue queue) {
    List<TeamSpec> teams = new ArrayList<>();
    for (int i = 0; i < queue.teams().size(); i++) {
      teams.add(team(at.item("teams", i), queue.teams().get(i)));
    }
    return teams;
  }

  private static TeamSpec team(FilePlace at, FileShape.Team team) {
    List<TeamSpec.Step> steps = new ArrayList<>();
    for (int i = 0; i < team.expand().size(); i++) {
      FilePlace place = at.item("expand", i);
      FileShape.TeamStep step = team.expand().get(i);
      steps.add(
          new TeamSpec.Step(
              place.duration("after", step.after()),
              place.whole("min_players", step.minPlayers())));
    }
    return new TeamSpec(
        at.text("name", team.name()),
        at.whole("min_players", team.minPlayers()),
        at.whole("max_players", team.maxPlayers()),
        steps);
  }

  private List<Rule> rulesOf(FileShape.Queue queue) {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < queue.rules().size(); i++) {
      new RuleReader(at.item("rules", i), queue.rules().get(i)).read().ifPresent(rules::add);
    }
    return rules;
  }

  private RatingSpec ratings(FileShape.Ratings ratings) {
    FilePlace place = at.below("ratings");
    return new RatingSpec(
        place.text("attribute", ratings.attribute()),
        place.number("mean", ratings.mean()),
        place.number("deviation", ratings.deviation()));
  }
}
