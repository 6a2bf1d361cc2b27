package dev.pairtrail.domain.event;

import dev.pairtrail.domain.TicketId;
import java.time.Instant;

/** A ticket waited as long as the rule set allows and left the queue unmatched. */
public record TicketExpired(TicketId ticketId, Instant timestamp) implements Event {}
