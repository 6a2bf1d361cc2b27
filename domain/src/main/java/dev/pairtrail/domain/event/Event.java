package dev.pairtrail.domain.event;

import java.time.Instant;

/**
 * A fact in the log of a queue. Immutable, and never taken back: what follows is told by later
 * events.
 */
public sealed interface Event
    permits TicketEnqueued,
        TicketCancelled,
        TicketExpired,
        MatchMade,
        PlayerAccepted,
        PlayerDeclined,
        PlayerJoinedRoom,
        PlayerLeft,
        ConnectionAssigned,
        GameStarted,
        MatchCancelled,
        BackfillRequested,
        BackfillCancelled,
        ResultRecorded,
        RuleSetActivated,
        DeadLetterDiscarded,
        LogSealed {

  /** When it happened, by the clock of the instance that decided it. */
  Instant timestamp();
}
