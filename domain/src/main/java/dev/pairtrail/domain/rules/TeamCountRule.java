package dev.pairtrail.domain.rules;

import java.util.Optional;

/**
 * Each team has so many players of a kind.
 *
 * @param attribute the text or list attribute that says what a player is
 * @param value the text that counts; in a list it may stand beside others
 * @param limit fewest and most such players of a team
 */
public record TeamCountRule(String name, String attribute, String value, Limit<Span> limit)
    implements Rule {
  @Override
  public Optional<String> compared() {
    return Optional.of(attribute);
  }

  @Override
  public Missing missing() {
    return Missing.ANY;
  }
}
