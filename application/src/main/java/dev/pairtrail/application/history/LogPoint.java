package dev.pairtrail.application.history;

import dev.pairtrail.domain.Position;
import java.time.DateTimeException;
import java.time.Instant;

/** A place in a log up to which it is looked at. */
public sealed interface LogPoint {
  Position LAST = new Position(Long.MAX_VALUE, Long.MAX_VALUE);

  /** The last position that belongs to what lies before the point, be there an entry or not. */
  Position last();

  /** The last position that lies before the point, be there an entry or not. */
  Position before();

  /** Everything that is in the log. */
  record End() implements LogPoint {
    @Override
    public Position before() {
      return LAST;
    }

    @Override
    public Position last() {
      return LAST;
    }
  }

  /** Up to an entry and with it. */
  record AtPosition(Position position) implements LogPoint {
    @Override
    public Position before() {
      return position.equals(Position.START) ? position : position.previous();
    }

    @Override
    public Position last() {
      return position;
    }
  }

  /** Up to a moment and with its millisecond, by the clock of the store. */
  record AtTime(Instant time) implements LogPoint {
    @Override
    public Position before() {
      long millis = time.toEpochMilli();
      return millis > 0 ? new Position(millis, 0).previous() : Position.START;
    }

    @Override
    public Position last() {
      return new Position(Math.max(0, time.toEpochMilli()), Long.MAX_VALUE);
    }
  }

  /**
   * Reads a position such as {@code 1795326928712-0} or a time such as {@code
   * 2026-11-27T10:15:30Z}.
   *
   * @throws IllegalArgumentException if the text is neither
   */
  static LogPoint parse(String text) {
    try {
      return text.contains("T") || text.contains("t")
          ? new AtTime(within(Instant.parse(text)))
          : new AtPosition(Position.parse(text));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "takes a position such as 1795326928712-0 or a time such as 2026-11-27T10:15:30Z, not "
              + text,
          e);
    }
  }

  /** What can be told in milliseconds. */
  private static Instant within(Instant time) {
    long _ = time.toEpochMilli();
    return time;
  }
}
