package dev.pairtrail.application.whatif;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a what-if found.
 *
 * @param start the time of the first event
 * @param end the time of the last
 * @param measured the attribute by which matches are judged; empty where the rules know no number
 * @param recorded empty where the arrivals are made up
 * @param comparison empty where the arrivals are made up
 * @param assumed for people to read
 */
public record Report(
    Trial trial,
    Instant start,
    Instant end,
    Optional<String> measured,
    Optional<Figures> recorded,
    Figures simulated,
    LeftOut leftOut,
    Optional<Comparison> comparison,
    List<String> assumed) {
  public Report {
    assumed = List.copyOf(assumed);
  }
}
