package dev.pairtrail.domain.event;

import dev.pairtrail.domain.rules.RuleSet;
import java.time.Instant;

/** A rule set came into force; {@code version} counts from 1 in each queue. */
public record RuleSetActivated(int version, RuleSet rules, Instant timestamp) implements Event {}
