package dev.pairtrail.domain.event;

import dev.pairtrail.domain.TicketId;
import java.time.Instant;

/** A waiting ticket left the queue by request. */
public record TicketCancelled(TicketId ticketId, Instant timestamp) implements Event {}
