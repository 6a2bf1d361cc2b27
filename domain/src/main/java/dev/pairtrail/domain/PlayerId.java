package dev.pairtrail.domain;

/**
 * The id of a player, as the game knows them.
 *
 * @param value 1 to 128 characters of {@code A-Z a-z 0-9 . _ : @ | -}
 */
public record PlayerId(String value) implements Comparable<PlayerId> {
  /**
   * @throws IllegalArgumentException if the value is not of that form
   */
  public PlayerId {
    IdSyntax.require(value, "player id", 128);
  }

  @Override
  public int compareTo(PlayerId other) {
    return value.compareTo(other.value);
  }
}
