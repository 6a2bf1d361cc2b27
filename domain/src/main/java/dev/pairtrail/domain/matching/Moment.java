package dev.pairtrail.domain.matching;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The moment at which tickets are judged. */
record Moment(Instant now) {

  /**
   * The wait until now in whole milliseconds; none if the ticket is from a clock ahead of ours. As
   * {@code Duration.between(since, now).toMillis()}, without the object.
   */
  long wait(Waiting ticket) {
    Instant since = ticket.since();
    int nanos = now.getNano() - since.getNano();
    long millis =
        (now.getEpochSecond() - since.getEpochSecond()) * 1000 + Math.floorDiv(nanos, 1_000_000);
    return Math.max(0, millis);
  }

  Duration waited(Waiting ticket) {
    return Duration.ofMillis(wait(ticket));
  }

  /** The shortest wait of some tickets, at least one. */
  long youngest(List<Waiting> tickets) {
    long youngest = Long.MAX_VALUE;
    for (Waiting ticket : tickets) {
      youngest = Math.min(youngest, wait(ticket));
    }
    return youngest;
  }
}
