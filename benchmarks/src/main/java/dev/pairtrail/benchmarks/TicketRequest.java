package dev.pairtrail.benchmarks;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a request for a ticket. */
record TicketRequest(List<Player> players) {

  /** A player; only the id is required. */
  record Player(
      String id,
      @Nullable Map<String, Object> attributes,
      @Nullable Map<String, Integer> latencyMs) {}
}
