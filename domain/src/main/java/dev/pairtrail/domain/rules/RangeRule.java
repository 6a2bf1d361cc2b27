package dev.pairtrail.domain.rules;

import java.util.Optional;

/**
 * Each ticket of a match lies within a span; one outside waits until its own wait widens the span.
 *
 * @param attribute the number attribute that must lie within
 * @param party what stands for a party of several players
 */
public record RangeRule(
    String name, String attribute, Party party, Limit<Span> limit, Missing missing)
    implements Rule {
  @Override
  public Optional<String> compared() {
    return Optional.of(attribute);
  }
}
