package dev.pairtrail.domain.rules;

/** What a rule does with a player who lacks what it compares, where there is no default. */
public enum Missing {
  /** The rule lets the player pass. */
  ANY,
  /** The player is not admitted to the queue. */
  REJECT
}
