package dev.pairtrail.adapters.http;

import dev.pairtrail.application.port.Ids;
import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.EventId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids in a row, in the form of a UUIDv7. */
final class SequentialIds implements Ids {
  private final AtomicLong last = new AtomicLong();

  @Override
  public TicketId newTicket() {
    return new TicketId(next().toString());
  }

  @Override
  public RoomId newRoom() {
    return new RoomId(next().toString());
  }

  @Override
  public BackfillId newBackfill() {
    return new BackfillId(next().toString());
  }

  @Override
  public EventId newEvent() {
    return new EventId(next());
  }

  private UUID next() {
    return new UUID(0x7000, 0x8000_0000_0000_0000L | last.incrementAndGet());
  }
}
