package dev.pairtrail.domain;

/**
 * The id of a room: where the players of one match meet. The service makes UUIDv7.
 *
 * @param value 1 to 128 characters of {@code A-Z a-z 0-9 . _ : @ | -}
 */
public record RoomId(String value) implements Comparable<RoomId> {
  /**
   * @throws IllegalArgumentException if the value is not of that form
   */
  public RoomId {
    IdSyntax.require(value, "room id", 128);
  }

  @Override
  public int compareTo(RoomId other) {
    return value.compareTo(other.value);
  }
}
