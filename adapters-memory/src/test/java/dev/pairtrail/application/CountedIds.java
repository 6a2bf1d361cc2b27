package dev.pairtrail.application;

import dev.pairtrail.application.port.Ids;
import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.EventId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that can be read in a failure: t-1, r-2. Thread-safe. */
public final class CountedIds implements Ids {
  private final AtomicLong last = new AtomicLong();

  @Override
  public TicketId newTicket() {
    return new TicketId("t-" + last.incrementAndGet());
  }

  @Override
  public RoomId newRoom() {
    return new RoomId("r-" + last.incrementAndGet());
  }

  @Override
  public BackfillId newBackfill() {
    return new BackfillId("b-" + last.incrementAndGet());
  }

  @Override
  public EventId newEvent() {
    return new EventId(new UUID(0x7000, last.incrementAndGet()));
  }
}
