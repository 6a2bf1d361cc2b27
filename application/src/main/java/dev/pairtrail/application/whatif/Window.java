package dev.pairtrail.application.whatif;

import dev.pairtrail.application.history.LogPoint;
import dev.pairtrail.domain.Position;
import java.util.Optional;

/**
 * The part of a log whose arrivals are matched anew.
 *
 * @param after the last position before it
 * @param to the last that belongs to it
 */
public record Window(Position after, LogPoint to) {

  /** From an entry or a moment on, which belongs to it, or from the beginning. */
  public static Window of(Optional<LogPoint> from, LogPoint to) {
    return new Window(from.map(Window::before).orElse(Position.START), to);
  }

  private static Position before(LogPoint from) {
    Position first =
        switch (from) {
          case LogPoint.End end -> end.last();
          case LogPoint.AtPosition(var position) -> position;
          case LogPoint.AtTime(var time) -> new Position(Math.max(0, time.toEpochMilli()), 0);
        };
    return first.equals(Position.START) ? first : first.previous();
  }

  boolean isFromBeginning() {
    return after.equals(Position.START);
  }
}
