package dev.pairtrail.domain.rules;

import java.util.Optional;

/**
 * Any two tickets of a match are at most a window apart in one number, and the window of each must
 * admit the other.
 *
 * @param attribute the number attribute that is compared
 * @param party what stands for a party of several players
 * @param limit the window, 0 or more
 */
public record DistanceRule(
    String name, String attribute, Party party, Limit<Double> limit, Missing missing)
    implements Rule {
  @Override
  public Optional<String> compared() {
    return Optional.of(attribute);
  }
}
