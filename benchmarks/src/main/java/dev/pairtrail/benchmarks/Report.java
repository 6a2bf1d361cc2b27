package dev.pairtrail.benchmarks;

import dev.pairtrail.benchmarks.Latencies.Summary;
import java.util.Locale;
import java.util.Map;

/**
 * Latencies in milliseconds, each from the moment a player was due.
 *
 * @param posted until the ticket was answered
 * @param matched until the player saw the match
 * @param both from when the first of two was due until both saw their match
 * @param failures how often each happened
 */
record Report(
    int rate,
    int seconds,
    Summary posted,
    Summary matched,
    Summary both,
    Map<String, Long> failures) {

  static final String HEADING = "%-26s %9s %9s %9s %9s %9s%n";

  String table() {
    return HEADING.formatted("ms from the due moment", "count", "p50", "p95", "p99", "max")
        + row("ticket answered", posted)
        + row("match seen", matched)
        + row("match seen by both", both)
        + "failures: %s%n".formatted(failures.isEmpty() ? "none" : failures);
  }

  static String row(String name, Summary summary) {
    return String.format(
        Locale.ROOT,
        "%-26s %9d %9.2f %9.2f %9.2f %9.2f%n",
        name,
        summary.count(),
        summary.p50(),
        summary.p95(),
        summary.p99(),
        summary.max());
  }
}
