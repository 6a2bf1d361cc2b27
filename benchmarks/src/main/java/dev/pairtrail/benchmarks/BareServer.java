package dev.pairtrail.benchmarks;

import java.time.Instant;
import java.util.UUID;

/** Parses and answers the same JSON as Pairtrail, and does nothing else. */
public final class BareServer {
  private BareServer() {}

  /** Serves until the process ends. */
  public static void main(String[] args) {
    TicketServer.run(BareServer::ticket);
  }

  private static Ticket ticket(String queue, TicketRequest request) {
    Instant now = Instant.now();
    return Ticket.waiting(UUID.randomUUID(), queue, request, now, now.toEpochMilli() + "-0");
  }
}
