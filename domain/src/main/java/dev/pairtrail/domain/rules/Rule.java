package dev.pairtrail.domain.rules;

import java.util.Optional;

/** A condition that the tickets of a match satisfy together. */
public sealed interface Rule
    permits EqualRule,
        DistanceRule,
        RangeRule,
        IntersectionRule,
        LatencyRule,
        TeamDifferenceRule,
        TeamSizeDifferenceRule,
        TeamCountRule {

  /** Names the rule in explanations; unique in its rule set. */
  String name();

  /** How it loosens with the wait. */
  Limit<?> limit();

  /** The attribute it compares; empty where it compares none. */
  Optional<String> compared();

  /** What becomes of a player who lacks what it compares. */
  Missing missing();
}
