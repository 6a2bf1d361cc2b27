package dev.pairtrail.application.whatif;

import dev.pairtrail.application.whatif.Wait.End;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * What became of the tickets of one side. All that waited before or arrived are matched, expired,
 * cancelled, removed or waiting.
 *
 * @param waitedBefore tickets that waited when the window begins
 * @param arrived tickets that came
 * @param matched tickets that were matched, also if the match fell through later
 * @param matches that were made
 * @param fellThrough those of them that were given up before their game began
 * @param removed tickets that left with a proposal that was not accepted
 * @param waiting at the end, unmatched
 * @param waits of the matched tickets until their first match, in milliseconds
 * @param spreads within each match
 * @param differences of the teams of each match
 */
public record Figures(
    long waitedBefore,
    long arrived,
    long matched,
    long matches,
    long fellThrough,
    long expired,
    long cancelled,
    long removed,
    long waiting,
    Sample waits,
    Sample spreads,
    Sample differences,
    Series series) {

  static Figures of(Course course, long waitedBefore, Instant start, Instant end) {
    List<Wait> waits = course.waits();
    List<Meeting> meetings = course.meetings();
    return new Figures(
        waitedBefore,
        waits.size() - waitedBefore,
        count(waits, End.MATCHED),
        meetings.size(),
        course.fellThrough(),
        count(waits, End.EXPIRED),
        count(waits, End.CANCELLED),
        count(waits, End.REMOVED),
        count(waits, End.WAITING),
        Sample.of(waits.stream().filter(w -> w.is(End.MATCHED)).mapToDouble(Wait::millis)),
        Sample.of(present(meetings.stream().map(Meeting::spread).toList())),
        Sample.of(present(meetings.stream().map(Meeting::difference).toList())),
        Series.of(waits, meetings, start, end));
  }

  private static long count(List<Wait> waits, End end) {
    return waits.stream().filter(wait -> wait.is(end)).count();
  }

  private static DoubleStream present(List<OptionalDouble> numbers) {
    return numbers.stream().flatMapToDouble(OptionalDouble::stream);
  }
}
