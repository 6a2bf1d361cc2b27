package dev.pairtrail.domain;

import java.time.Instant;

/**
 * Where an entry stands in its log. Positions of one log are strictly increasing and carry the
 * store's time, so a log can be sought by time. Written {@code 1795326928712-0}.
 *
 * @param millis milliseconds since 1970-01-01T00:00:00Z by the store's clock, not negative
 * @param sequence tells entries of one millisecond apart, not negative
 */
public record Position(long millis, long sequence) implements Comparable<Position> {
  /** Before the first entry of every log. */
  public static final Position START = new Position(0, 0);

  /**
   * @throws IllegalArgumentException if a part is negative
   */
  public Position {
    if (millis < 0 || sequence < 0) {
      throw new IllegalArgumentException("a position has no negative part");
    }
  }

  /**
   * Reads the written form; the sequence may be left out and is then 0.
   *
   * @throws IllegalArgumentException if the text is not a position
   */
  public static Position parse(String text) {
    int dash = text.indexOf('-');
    try {
      return dash < 0
          ? new Position(Long.parseLong(text), 0)
          : new Position(
              Long.parseLong(text, 0, dash, 10), Long.parseLong(text, dash + 1, text.length(), 10));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "a position is written MILLISECONDS-SEQUENCE, such as 1795326928712-0", e);
    }
  }

  /** The store's time of the entry, to the millisecond. */
  public Instant time() {
    return Instant.ofEpochMilli(millis);
  }

  public boolean isAfter(Position other) {
    return compareTo(other) > 0;
  }

  /**
   * The last position that an entry before this one can have.
   *
   * @throws IllegalArgumentException if this is {@link #START}
   */
  public Position previous() {
    return sequence > 0
        ? new Position(millis, sequence - 1)
        : new Position(millis - 1, Long.MAX_VALUE);
  }

  /** The later one of two. */
  public static Position later(Position a, Position b) {
    return a.isAfter(b) ? a : b;
  }

  @Override
  public int compareTo(Position other) {
    int byMillis = Long.compare(millis, other.millis);
    return byMillis != 0 ? byMillis : Long.compare(sequence, other.sequence);
  }

  @Override
  public String toString() {
    return millis + "-" + sequence;
  }
}
