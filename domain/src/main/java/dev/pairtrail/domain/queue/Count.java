package dev.pairtrail.domain.queue;

/** What a queue counts, from the first entry of its log on. */
public enum Count {
  ENTRIES,
  ENQUEUED_TICKETS,
  PROPOSALS,
  MATCHES,
  BACKFILLS,
  MATCHED_TICKETS,
  RETURNED_TICKETS,
  CANCELLED_TICKETS,
  EXPIRED_TICKETS,
  STARTED_GAMES,
  CANCELLED_MATCHES,
  UNREADABLE_ENTRIES
}
