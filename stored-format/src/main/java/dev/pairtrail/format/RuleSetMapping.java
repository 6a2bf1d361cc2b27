package dev.pairtrail.format;

import dev.pairtrail.domain.rules.AttributeSpec;
import dev.pairtrail.domain.rules.DurationText;
import dev.pairtrail.domain.rules.RatingSpec;
import dev.pairtrail.domain.rules.RuleSet;
import dev.pairtrail.domain.rules.TeamSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        rules.rules().stream().map(RuleMapping::stored).toList(),
        rules
            .acceptance()
            .map(DurationText::format)
            .map(StoredRuleSet.Acceptance::new)
            .orElse(null),
        rules.ratings().map(RuleSetMapping::stored).orElse(null),
        rules.ticketTimeout().map(DurationText::format).orElse(null),
        DurationText.format(rules.joinTimeout()),
        SnapshotNames.of(rules.start()));
  }

  private static StoredRuleSet.Attribute stored(AttributeSpec spec) {
    return new StoredRuleSet.Attribute(
        SnapshotNames.of(spec.type()),
        spec.defaultValue().map(AttributeMapping::stored).orElse(null));
  }

  private static StoredRuleSet.Team stored(TeamSpec team) {
    return new StoredRuleSet.Team(
        team.name(), team.minPlayers(), team.maxPlayers(), stored(team.expand()));
  }

  /** Nothing where there are no steps, so that the key is left out. */
  private static @Nullable List<StoredRuleSet.TeamStep> stored(List<TeamSpec.Step> steps) {
    return steps.isEmpty()
        ? null
        : steps.stream()
            .map(step ->
                new StoredRuleSet.TeamStep(DurationText.format(step.after()), step.minPlayers()))
            .toList();
  }

  private static StoredRuleSet.Ratings stored(RatingSpec ratings) {
    return new StoredRuleSet.Ratings(
        ratings.attribute(),
        AttributeMapping.number(ratings.mean()),
        AttributeMapping.number(ratings.deviation()));
  }

  static RuleSet domain(StoredRuleSet stored) {
    Map<String, AttributeSpec> attributes = new LinkedHashMap<>();
    stored.attributes().forEach((name, spec) -> attributes.put(name, domain(spec)));
    return new RuleSet(
        attributes,
        stored.partition(),
        stored.teams().stream().map(RuleSetMapping::domain).toList(),
        stored.rules().stream().map(RuleMapping::domain).toList(),
        Optional.ofNullable(stored.acceptance())
            .map(acceptance -> DurationText.parse(acceptance.timeout())),
        Optional.ofNullable(stored.ratings()).map(RuleSetMapping::domain),
        Optional.ofNullable(stored.ticketTimeout()).map(DurationText::parse),
        DurationText.parse(stored.joinTimeout()),
        SnapshotNames.named(RuleSet.Start.class, stored.start()));
  }

  private static AttributeSpec domain(StoredRuleSet.Attribute stored) {
    return new AttributeSpec(
        SnapshotNames.named(AttributeSpec.Type.class, stored.type()),
        Optional.ofNullable(stored.defaultValue()).map(AttributeMapping::domain));
  }

  private static TeamSpec domain(StoredRuleSet.Team stored) {
    List<StoredRuleSet.TeamStep> expand = stored.expand() == null ? List.of() : stored.expand();
    return new TeamSpec(
        stored.name(),
        stored.minPlayers(),
        stored.maxPlayers(),
        expand.stream()
            .map(step -> new TeamSpec.Step(DurationText.parse(step.after()), step.minPlayers()))
            .toList());
  }

  private static RatingSpec domain(StoredRuleSet.Ratings stored) {
    return new RatingSpec(
        stored.attribute(), stored.mean().doubleValue(), stored.deviation().doubleValue());
  }
}
