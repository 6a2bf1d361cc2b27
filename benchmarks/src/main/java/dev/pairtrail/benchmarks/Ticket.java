package dev.pairtrail.benchmarks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A ticket as Pairtrail answers it. */
record Ticket(
    String id,
    String queue,
    String status,
    List<TicketRequest.Player> players,
    Instant enqueuedAt,
    String position) {

  static Ticket waiting(
      UUID id, String queue, TicketRequest request, Instant now, String position) {
    return new Ticket(id.toString(), queue, "waiting", request.players(), now, position);
  }
}
