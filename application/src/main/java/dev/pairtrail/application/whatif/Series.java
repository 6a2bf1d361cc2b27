package dev.pairtrail.application.whatif;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * How it went over time, in {@value #STEPS} equal steps.
 *
 * @param step how long each is
 * @param matches made in each
 * @param waiting at the end of each
 */
public record Series(Instant start, Duration step, List<Long> matches, List<Long> waiting) {
  public static final int STEPS = 60;

  public Series {
    matches = List.copyOf(matches);
    waiting = List.copyOf(waiting);
  }

  static Series of(List<Wait> waits, List<Meeting> meetings, Instant start, Instant end) {
    Duration equal = Duration.between(start, end).dividedBy(STEPS);
    Duration step = equal.isZero() ? Duration.ofMillis(1) : equal;
    long[] matches = new long[STEPS];
    long[] changes = new long[STEPS];
    meetings.forEach(meeting -> matches[index(start, step, meeting.at())]++);
    for (Wait wait : waits) {
      changes[index(start, step, wait.since())]++;
      if (!wait.is(Wait.End.WAITING)) {
        changes[index(start, step, wait.endedAt())]--;
      }
    }
    Arrays.parallelPrefix(changes, Long::sum);
    return new Series(start, step, boxed(matches), boxed(changes));
  }

  private static int index(Instant start, Duration step, Instant at) {
    return Math.clamp(Duration.between(start, at).dividedBy(step), 0, STEPS - 1);
  }

  private static List<Long> boxed(long[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }
}
