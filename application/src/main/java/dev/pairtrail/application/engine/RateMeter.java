package dev.pairtrail.application.engine;

import dev.pairtrail.application.Rates;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.TicketEnqueued;
import java.time.Instant;

/** Counts tickets and matches of the last minute, by the store's clock. For one thread. */
final class RateMeter {
  private static final int WINDOW_SECONDS = 60;

  private final Ring tickets = new Ring();
  private final Ring matches = new Ring();

  void count(LogEntry entry) {
    if (entry instanceof RecordedEvent recorded) {
      if (recorded.event() instanceof TicketEnqueued) {
        tickets.count(entry.position().time());
      } else if (recorded.event() instanceof PlayersMatched) {
        matches.count(entry.position().time());
      }
    }
  }

  Rates rates(Instant now) {
    return new Rates(tickets.perSecond(now), matches.perSecond(now));
  }

  /** One counter for each second of the window. */
  private static final class Ring {
    private final long[] second = new long[WINDOW_SECONDS];
    private final long[] count = new long[WINDOW_SECONDS];

    void count(Instant at) {
      int slot = Math.floorMod(at.getEpochSecond(), WINDOW_SECONDS);
      if (second[slot] != at.getEpochSecond()) {
        second[slot] = at.getEpochSecond();
        count[slot] = 0;
      }
      count[slot]++;
    }

    double perSecond(Instant now) {
      long sum = 0;
      for (int i = 0; i < WINDOW_SECONDS; i++) {
        sum += second[i] > now.getEpochSecond() - WINDOW_SECONDS ? count[i] : 0;
      }
      return (double) sum / WINDOW_SECONDS;
    }
  }
}
