package dev.pairtrail.domain.rules;

import java.util.Optional;

/**
 * The largest and the smallest team are at most so many players apart.
 *
 * @param limit how many, 0 or more
 */
public record TeamSizeDifferenceRule(String name, Limit<Integer> limit) implements Rule {
  @Override
  public Optional<String> compared() {
    return Optional.empty();
  }

  @Override
  public Missing missing() {
    return Missing.ANY;
  }
}
