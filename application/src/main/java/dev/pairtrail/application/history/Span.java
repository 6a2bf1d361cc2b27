package dev.pairtrail.application.history;

import dev.pairtrail.domain.Position;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A time of a log, in steps of the same length, of which the last one may be cut short. To the
 * millisecond, as the clock of the store is.
 *
 * @param after only entries after it count
 * @param last only entries up to it, and with it, count
 * @param from where the first step begins
 * @param to where the last step ends
 * @param step more than zero
 */
public record Span(Position after, LogPoint last, Instant from, Instant to, Duration step) {
  /** Most steps that are told of at once. */
  public static final long MOST_STEPS = 1_000;

  /**
   * A span between two places. One that is a position belongs to it; a time at its end does not, so
   * that spans can follow each other.
   *
   * @param to not the end of the log, which is no time
   */
  public static Span of(LogPoint from, LogPoint to, Duration step) {
    LogPoint last = to instanceof LogPoint.AtTime ? new LogPoint.AtPosition(to.before()) : to;
    Instant end = to instanceof LogPoint.AtTime ? time(to) : time(to).plusMillis(1);
    return new Span(from.before(), last, time(from), end, step);
  }

  private static Instant time(LogPoint point) {
    return switch (point) {
      case LogPoint.AtTime(Instant time) -> time.truncatedTo(ChronoUnit.MILLIS);
      case LogPoint.AtPosition(Position position) -> position.time();
      case LogPoint.End() -> throw new IllegalArgumentException("the end of a log is no time");
    };
  }

  /** How many steps there are; none where it ends before it begins. Beyond the most, one more. */
  public long steps() {
    if (!from.isBefore(to)) {
      return 0;
    }
    Duration whole = Duration.between(from, to);
    if (whole.compareTo(step.multipliedBy(MOST_STEPS)) > 0) {
      return MOST_STEPS + 1;
    }
    long full = whole.dividedBy(step);
    return step.multipliedBy(full).equals(whole) ? full : full + 1;
  }

  /** In which step an entry of the span is, from 0. */
  long stepOf(Position position) {
    return Duration.between(from, position.time()).dividedBy(step);
  }

  /** Where a step begins. */
  Instant beginOf(long index) {
    return from.plus(step.multipliedBy(index));
  }
}
