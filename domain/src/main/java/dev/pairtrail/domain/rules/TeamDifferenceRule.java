package dev.pairtrail.domain.rules;

import java.util.Optional;

/**
 * The averages of the teams are at most so far apart.
 *
 * @param attribute the number attribute that is averaged over the players of a team
 * @param limit how far, 0 or more
 */
public record TeamDifferenceRule(
    String name, String attribute, Limit<Double> limit, Missing missing) implements Rule {
  @Override
  public Optional<String> compared() {
    return Optional.of(attribute);
  }
}
