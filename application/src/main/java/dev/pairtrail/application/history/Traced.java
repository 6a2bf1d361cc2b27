package dev.pairtrail.application.history;

import dev.pairtrail.domain.TicketId;

/** What came of looking for a ticket's story. */
public sealed interface Traced {
  /** Here it is. */
  record Found(Trace trace) implements Traced {}

  /** The log has no such ticket, as far as it counts. */
  record UnknownTicket(TicketId ticket) implements Traced {}

  /** It has the ticket, but not the other one that was asked about. */
  record UnknownOther(TicketId ticket) implements Traced {}
}
