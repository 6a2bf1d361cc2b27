package dev.pairtrail.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The id of a ticket: one wait of a player or party. The service makes UUIDv7; a ticket of the
 * plain service has its player's id. Immutable; ordered as their texts are. What is a UUID is kept
 * as two numbers, as a million of them wait.
 */
public final class TicketId implements Comparable<TicketId> {
  private static final int UUID_LENGTH = 36;

  private final long high;
  private final long low;
  private final @Nullable String other;

  /**
   * @param value 1 to 128 characters of {@code A-Z a-z 0-9 . _ : @ | -}
   * @throws IllegalArgumentException if the value is not of that form
   */
  public TicketId(String value) {
    UUID uuid = uuid(value);
    if (uuid == null) {
      IdSyntax.require(value, "ticket id", 128);
    }
    high = uuid == null ? value.hashCode() : uuid.getMostSignificantBits();
    low = uuid == null ? 0 : uuid.getLeastSignificantBits();
    other = uuid == null ? value : null;
  }

  /** The value as a UUID; null if another text would come back. */
  private static @Nullable UUID uuid(String value) {
    if (value.length() != UUID_LENGTH || value.charAt(8) != '-') {
      return null;
    }
    try {
      UUID uuid = UUID.fromString(value);
      return uuid.toString().equals(value) ? uuid : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  public String value() {
    return other != null ? other : new UUID(high, low).toString();
  }

  @Override
  public int compareTo(TicketId that) {
    if (other == null && that.other == null) {
      int byHigh = Long.compareUnsigned(high, that.high);
      return byHigh != 0 ? byHigh : Long.compareUnsigned(low, that.low);
    }
    return value().compareTo(that.value());
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof TicketId that
        && high == that.high
        && low == that.low
        && (other == null ? that.other == null : other.equals(that.other));
  }

  @Override
  public int hashCode() {
    return Long.hashCode(high ^ low);
  }

  @Override
  public String toString() {
    return value();
  }
}
