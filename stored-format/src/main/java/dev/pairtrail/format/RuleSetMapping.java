package dev.pairtrail.format;

import dev.pairtrail.domain.rules.AttributeSpec;
import dev.pairtrail.domain.rules.DistanceRule;
import dev.pairtrail.domain.rules.DurationText;
import dev.pairtrail.domain.rules.Rule;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.rules.TeamSpec;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Between rule sets and their stored form. */
final class RuleSetMapping {
  private RuleSetMapping() {}

  static StoredRuleSet stored(RuleSet rules) {
    Map<String, StoredRuleSet.Attribute> attributes = new LinkedHashMap<>();
    rules.attributes().forEach((name, spec) -> attributes.put(name, stored(spec)));
    return new StoredRuleSet(
        attributes,
        rules.partition(),
        rules.teams().stream().map(RuleSetMapping::stored).toList(),
        rules.rules().stream().map(RuleSetMapping::stored).toList(),
        rules.ticketTimeout().map(DurationText::format).orElse(null),
        DurationText.format(rules.joinTimeout()),
        name(rules.start()));
  }

  private static StoredRuleSet.Attribute stored(AttributeSpec spec) {
    return new StoredRuleSet.Attribute(
        name(spec.type()), spec.defaultValue().map(AttributeMapping::stored).orElse(null));
  }

  private static StoredRuleSet.Team stored(TeamSpec team) {
    return new StoredRuleSet.Team(team.name(), team.minPlayers(), team.maxPlayers());
  }

  private static StoredRuleSet.Rule stored(Rule rule) {
    return switch (rule) {
      case DistanceRule d ->
          new StoredRuleSet.Distance(
              d.name(),
              d.attribute(),
              AttributeMapping.number(d.max()),
              name(d.party()),
              d.expand().stream().map(RuleSetMapping::stored).toList(),
              name(d.missing()));
    };
  }

  private static StoredRuleSet.Step stored(DistanceRule.Step step) {
    return new StoredRuleSet.Step(
        DurationText.format(step.after()), AttributeMapping.number(step.max()));
  }

  static RuleSet domain(StoredRuleSet stored) {
    Map<String, AttributeSpec> attributes = new LinkedHashMap<>();
    stored.attributes().forEach((name, spec) -> attributes.put(name, domain(spec)));
    return new RuleSet(
        attributes,
        stored.partition(),
        stored.teams().stream().map(RuleSetMapping::domain).toList(),
        stored.rules().stream().map(RuleSetMapping::domain).toList(),
        Optional.ofNullable(stored.ticketTimeout()).map(DurationText::parse),
        DurationText.parse(stored.joinTimeout()),
        named(RuleSet.Start.class, stored.start()));
  }

  private static AttributeSpec domain(StoredRuleSet.Attribute stored) {
    return new AttributeSpec(
        named(AttributeSpec.Type.class, stored.type()),
        Optional.ofNullable(stored.defaultValue()).map(AttributeMapping::domain));
  }

  private static TeamSpec domain(StoredRuleSet.Team stored) {
    return new TeamSpec(stored.name(), stored.minPlayers(), stored.maxPlayers());
  }

  private static Rule domain(StoredRuleSet.Rule stored) {
    return switch (stored) {
      case StoredRuleSet.Distance d ->
          new DistanceRule(
              d.name(),
              d.attribute(),
              d.max().doubleValue(),
              named(DistanceRule.Party.class, d.party()),
              d.expand().stream().map(RuleSetMapping::domain).toList(),
              named(DistanceRule.Missing.class, d.missing()));
    };
  }

  private static DistanceRule.Step domain(StoredRuleSet.Step stored) {
    return new DistanceRule.Step(DurationText.parse(stored.after()), stored.max().doubleValue());
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E named(Class<E> type, String name) {
    return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
  }
}
