package dev.pairtrail.bootstrap;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import dev.pairtrail.application.port.Ids;
import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.EventId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;

/** Ids as UUIDv7: by time, monotonic within this process. Thread-safe. */
final class TimeOrderedIds implements Ids {
  private final NoArgGenerator generator = Generators.timeBasedEpochGenerator();

  @Override
  public TicketId newTicket() {
    return new TicketId(generator.generate().toString());
  }

  @Override
  public RoomId newRoom() {
    return new RoomId(generator.generate().toString());
  }

  @Override
  public BackfillId newBackfill() {
    return new BackfillId(generator.generate().toString());
  }

  @Override
  public EventId newEvent() {
    return new EventId(generator.generate());
  }
}
