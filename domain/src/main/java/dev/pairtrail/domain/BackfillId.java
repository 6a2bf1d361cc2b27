package dev.pairtrail.domain;

/**
 * The id of a backfill: a request for players for a running game. The service makes UUIDv7.
 *
 * @param value 1 to 128 characters of {@code A-Z a-z 0-9 . _ : @ | -}
 */
public record BackfillId(String value) implements Comparable<BackfillId> {
  /**
   * @throws IllegalArgumentException if the value is not of that form
   */
  public BackfillId {
    IdSyntax.require(value, "backfill id", 128);
  }

  @Override
  public int compareTo(BackfillId other) {
    return value.compareTo(other.value);
  }
}
