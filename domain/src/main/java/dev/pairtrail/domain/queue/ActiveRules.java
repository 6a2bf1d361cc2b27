package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.rules.RuleSet;

/**
 * The rule set in force.
 *
 * @param version counts from 1; 0 stands for the rules of a log that names none
 */
public record ActiveRules(int version, RuleSet rules) {
  static final ActiveRules NONE = new ActiveRules(0, RuleSet.oneOnOne());
}
