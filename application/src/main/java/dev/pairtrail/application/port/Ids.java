package dev.pairtrail.application.port;

import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.EventId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;

/** Makes new ids, each one once and never again anywhere; UUIDv7 in the program. Thread-safe. */
public interface Ids {
  TicketId newTicket();

  RoomId newRoom();

  BackfillId newBackfill();

  EventId newEvent();
}
