package dev.pairtrail.domain.rules;

/** A condition that the tickets of a match satisfy together. */
public sealed interface Rule permits DistanceRule {
  /** Names the rule in explanations; unique in its rule set. */
  String name();
}
