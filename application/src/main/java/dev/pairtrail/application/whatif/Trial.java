package dev.pairtrail.application.whatif;

import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.rules.RuleSet;

/**
 * What is tried.
 *
 * @param rules those under which is matched
 * @param eventsPerPass most events that one matching pass decides at once, as in the real engine
 * @param differences how many matches that differ are told
 */
public record Trial(QueueName queue, RuleSet rules, int eventsPerPass, int differences) {}
