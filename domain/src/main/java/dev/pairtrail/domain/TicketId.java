package dev.pairtrail.domain;

/**
 * The id of a ticket: one wait of a player or party. The service makes UUIDv7; a ticket of the
 * plain service has its player's id.
 *
 * @param value 1 to 128 characters of {@code A-Z a-z 0-9 . _ : @ | -}
 */
public record TicketId(String value) implements Comparable<TicketId> {
  /**
   * @throws IllegalArgumentException if the value is not of that form
   */
  public TicketId {
    IdSyntax.require(value, "ticket id", 128);
  }

  @Override
  public int compareTo(TicketId other) {
    return value.compareTo(other.value);
  }
}
