package dev.pairtrail.bootstrap;

import dev.pairtrail.adapters.redis.QueueKeys;
import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.rules.AttributeSpec;
import dev.pairtrail.domain.rules.DistanceRule;
import dev.pairtrail.domain.rules.DurationText;
import dev.pairtrail.domain.rules.Rule;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.rules.RuleSetCheck;
import dev.pairtrail.domain.rules.TeamSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Turns one queue of a configuration file into a rule set, and notes all that is wrong with it. */
final class QueueReader {
  private final String path;
  private final List<String> problems;
  private final int before;

  QueueReader(String path, List<String> problems) {
    this.path = path;
    this.problems = problems;
    before = problems.size();
  }

  Optional<QueueName> name(String name) {
    return read(path, name, QueueName::new);
  }

  /** The rule set; empty if something is wrong. */
  Optional<RuleSet> rules(FileShape.Queue queue) {
    RuleSet rules =
        new RuleSet(
            attributes(queue),
            queue.partition().orElse(List.of()),
            queue.teams().isEmpty() ? RuleSet.oneOnOne().teams() : teams(queue),
            rulesOf(queue),
            queue.ticketTimeout().flatMap(text -> duration(".ticket_timeout", text)),
            queue
                .joinTimeout()
                .flatMap(text -> duration(".join_timeout", text))
                .orElse(RuleSet.DEFAULT_JOIN_TIMEOUT),
            constant(".start", RuleSet.Start.class, queue.start()).orElse(RuleSet.Start.AUTO));
    if (problems.size() == before) {
      RuleSetCheck.violations(rules)
          .forEach(violation -> report("." + violation.path(), violation.detail()));
    }
    return problems.size() == before ? Optional.of(rules) : Optional.empty();
  }

  /** The key of the log, where the queue names one that can be used. */
  Optional<String> redisKey(FileShape.Queue queue) {
    return queue
        .redisKey()
        .flatMap(key -> read(path + ".redis_key", key, QueueKeys::new))
        .map(QueueKeys::events);
  }

  private Map<String, AttributeSpec> attributes(FileShape.Queue queue) {
    Map<String, AttributeSpec> specs = new TreeMap<>();
    queue
        .attributes()
        .forEach((name, attribute) ->
            attribute(".attributes." + name, attribute).ifPresent(spec -> specs.put(name, spec)));
    return specs;
  }

  private Optional<AttributeSpec> attribute(String at, FileShape.Attribute attribute) {
    return constant(at + ".type", AttributeSpec.Type.class, attribute.type())
        .map(type ->
            new AttributeSpec(type, attribute.defaultValue().flatMap(v -> value(at, type, v))));
  }

  private Optional<Attribute> value(String at, AttributeSpec.Type type, List<String> parts) {
    String text = String.join(",", parts);
    return switch (type) {
      case NUMBER -> read(path + at + ".default", text, QueueReader::number);
      case STRING -> Optional.of(new Attribute.Text(text));
      case STRING_LIST -> Optional.of(new Attribute.TextList(parts));
    };
  }

  private static Attribute number(String text) {
    try {
      return new Attribute.Numeric(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("takes a number, not " + text, e);
    }
  }

  private static List<TeamSpec> teams(FileShape.Queue queue) {
    return queue.teams().stream()
        .map(team -> new TeamSpec(team.name(), team.minPlayers(), team.maxPlayers()))
        .toList();
  }

  private List<Rule> rulesOf(FileShape.Queue queue) {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < queue.rules().size(); i++) {
      rule(".rules[" + i + "]", queue.rules().get(i)).ifPresent(rules::add);
    }
    return rules;
  }

  private Optional<Rule> rule(String at, FileShape.Rule rule) {
    if (!rule.type().equals("distance")) {
      report(at + ".type", "takes distance, the one rule of this version, not " + rule.type());
      return Optional.empty();
    }
    return Optional.of(
        new DistanceRule(
            rule.name(),
            required(at + ".attribute", rule.attribute(), ""),
            required(at + ".max", rule.max(), 0.0),
            constant(at + ".party", DistanceRule.Party.class, rule.party())
                .orElse(DistanceRule.Party.AVG),
            steps(at, rule),
            constant(at + ".missing", DistanceRule.Missing.class, rule.missing())
                .orElse(DistanceRule.Missing.REJECT)));
  }

  private List<DistanceRule.Step> steps(String at, FileShape.Rule rule) {
    List<DistanceRule.Step> steps = new ArrayList<>();
    for (int i = 0; i < rule.expand().size(); i++) {
      FileShape.Step step = rule.expand().get(i);
      duration(at + ".expand[" + i + "].after", step.after())
          .ifPresent(after -> steps.add(new DistanceRule.Step(after, step.max())));
    }
    return steps;
  }

  private <T> T required(String at, Optional<T> value, T otherwise) {
    if (value.isEmpty()) {
      report(at, "is missing");
    }
    return value.orElse(otherwise);
  }

  private Optional<Duration> duration(String at, String text) {
    return read(path + at, text, DurationText::parse);
  }

  private <E extends Enum<E>> Optional<E> constant(String at, Class<E> type, String text) {
    List<String> names =
        Arrays.stream(type.getEnumConstants()).map(c -> c.name().toLowerCase(Locale.ROOT)).toList();
    int index = names.indexOf(text);
    if (index < 0) {
      report(at, "takes " + String.join(", ", names) + ", not " + text);
      return Optional.empty();
    }
    return Optional.of(type.getEnumConstants()[index]);
  }

  private <T> Optional<T> read(String at, String text, Function<String, T> reader) {
    try {
      return Optional.of(reader.apply(text));
    } catch (IllegalArgumentException e) {
      problems.add(at + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private void report(String at, String problem) {
    problems.add(path + at + ": " + problem);
  }
}
