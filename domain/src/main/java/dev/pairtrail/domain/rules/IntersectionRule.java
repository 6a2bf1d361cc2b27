package dev.pairtrail.domain.rules;

import java.util.Optional;

/**
 * All players of a match have so many values in common.
 *
 * @param attribute the list attribute that is compared
 * @param limit how many values, 1 or more
 */
public record IntersectionRule(String name, String attribute, Limit<Integer> limit, Missing missing)
    implements Rule {
  @Override
  public Optional<String> compared() {
    return Optional.of(attribute);
  }
}
