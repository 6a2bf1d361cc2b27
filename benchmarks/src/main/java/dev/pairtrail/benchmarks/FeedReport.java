package dev.pairtrail.benchmarks;

import java.util.Map;

/**
 * How long matches took to arrive, in milliseconds.
 *
 * @param players connected
 * @param matches each second
 * @param posted from the moment a player was due until the ticket was answered
 * @param arrived from the append of a match, by the clock of the store, until a player had it
 * @param failures how often each happened
 */
record FeedReport(
    int players,
    int matches,
    int seconds,
    Latencies.Summary posted,
    Latencies.Summary arrived,
    Map<String, Long> failures) {

  String table() {
    return Report.HEADING.formatted("ms", "count", "p50", "p95", "p99", "max")
        + Report.row("ticket answered", posted)
        + Report.row("append to arrival", arrived)
        + "failures: %s%n".formatted(failures.isEmpty() ? "none" : failures);
  }
}
