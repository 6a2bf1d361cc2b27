package dev.pairtrail.benchmarks;

import dev.pairtrail.benchmarks.Arrivals.Arrival;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** What one player does: asks for a ticket and, in mode match, waits until it is matched. */
final class Visit {
  /** Differs from run to run, as a server knows the players of the last one. */
  private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

  private final TicketClient client;
  private final OpenLoop.Mode mode;
  private final Outcomes outcomes;

  Visit(TicketClient client, OpenLoop.Mode mode, Outcomes outcomes) {
    this.client = client;
    this.mode = mode;
    this.outcomes = outcomes;
  }

  void make(Arrival arrival) {
    try {
      String ticket = client.enqueue("open-" + run + "-" + arrival.number());
      outcomes.posted(arrival);
      if (mode == OpenLoop.Mode.MATCH) {
        awaitMatch(arrival, ticket);
      }
    } catch (IOException | JacksonException e) {
      outcomes.failed(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      outcomes.failed("interrupted");
    }
  }

  private void awaitMatch(Arrival arrival, String ticket) throws IOException, InterruptedException {
    Optional<String> room = client.awaitRoom(ticket);
    if (room.isPresent()) {
      outcomes.matched(arrival, room.get());
    } else {
      outcomes.failed("not matched in time");
    }
  }
}
