package dev.pairtrail.application.whatif;

import dev.pairtrail.domain.TicketId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who met whom on one side and not on the other.
 *
 * @param alike matches of the same tickets on both sides, whenever they were and however divided
 * @param recordedOnly matches of the log alone
 * @param simulatedOnly matches of the simulation alone
 * @param first the first of those that differ, by time
 */
public record Comparison(
    long alike, long recordedOnly, long simulatedOnly, List<Difference> first) {
  public Comparison {
    first = List.copyOf(first);
  }

  /** A match that one side alone has. */
  public record Difference(Side side, Meeting meeting) {}

  /** Where a match is from. */
  public enum Side {
    RECORDED,
    SIMULATED
  }

  static Comparison of(List<Meeting> recorded, List<Meeting> simulated, int most) {
    List<Difference> recordedOnly = without(recorded, simulated, Side.RECORDED);
    List<Difference> simulatedOnly = without(simulated, recorded, Side.SIMULATED);
    return new Comparison(
        recorded.size() - recordedOnly.size(),
        recordedOnly.size(),
        simulatedOnly.size(),
        Stream.concat(recordedOnly.stream(), simulatedOnly.stream())
            .sorted(Comparator.comparing(difference -> difference.meeting().at()))
            .limit(most)
            .toList());
  }

  /** Where the same tickets meet several times, as many of them are alike as both sides have. */
  private static List<Difference> without(List<Meeting> all, List<Meeting> others, Side side) {
    Map<List<TicketId>, Integer> left = new HashMap<>();
    others.forEach(meeting -> left.merge(meeting.tickets(), 1, Integer::sum));
    List<Difference> alone = new ArrayList<>();
    for (Meeting meeting : all) {
      if (left.merge(meeting.tickets(), -1, Integer::sum) < 0) {
        alone.add(new Difference(side, meeting));
      }
    }
    return alone;
  }
}
