package dev.pairtrail.domain.event;

import java.util.OptionalDouble;

/**
 * What one rule said of a match.
 *
 * @param rule the rule's name
 * @param value what was measured; empty where the rule measures no number, or nothing had one
 * @param limit what the value was held against, the strictest of the match's tickets at their
 *     waits; empty where none of them insisted on the rule
 * @param detail for people to read, such as the region that all reach; may be empty
 */
public record RuleBasis(String rule, OptionalDouble value, OptionalDouble limit, String detail) {}
