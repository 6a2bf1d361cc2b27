package dev.pairtrail.domain.rules;

import java.util.Optional;

/**
 * All players of a match have the same value.
 *
 * @param attribute the text, number or list that is compared
 * @param limit has no steps: the value is the same, or after some wait need not be
 */
public record EqualRule(String name, String attribute, Limit<Boolean> limit, Missing missing)
    implements Rule {
  @Override
  public Optional<String> compared() {
    return Optional.of(attribute);
  }
}
