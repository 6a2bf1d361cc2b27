package dev.pairtrail.domain.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The values that some tickets' windows cover together: few intervals, even for many tickets. */
record Reach(double from, double to) {
  private static final Reach EVERYTHING =
      new Reach(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  static List<Reach> of(List<Waiting> tickets, Windows windows) {
    if (windows.rule().isEmpty()) {
      return List.of(EVERYTHING);
    }
    List<Reach> sorted =
        tickets.stream()
            .map(ticket -> around(ticket, windows))
            .sorted(Comparator.comparingDouble(Reach::from))
            .toList();
    List<Reach> merged = new ArrayList<>();
    for (Reach next : sorted) {
      if (!merged.isEmpty() && next.from <= merged.getLast().to) {
        Reach last = merged.removeLast();
        merged.add(new Reach(last.from, Math.max(last.to, next.to)));
      } else {
        merged.add(next);
      }
    }
    return merged;
  }

  /** A little more than the window, as a distance that is just within it may have been rounded. */
  private static Reach around(Waiting ticket, Windows windows) {
    double window = Math.nextUp(windows.of(ticket));
    double value = ticket.value().orElse(0);
    return new Reach(value - window, value + window);
  }
}
