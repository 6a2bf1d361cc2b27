package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.event.BackfillCancelled;
import dev.pairtrail.domain.event.BackfillMatched;
import dev.pairtrail.domain.event.BackfillRequested;
import dev.pairtrail.domain.event.ResultRecorded;

/** What the events of backfills mean. */
final class BackfillEvolution {
  private final QueueState state;
  private final WaitingLine line;
  private final Rooms rooms;
  private final Backfills backfills;

  BackfillEvolution(QueueState state, WaitingLine line, Rooms rooms, Backfills backfills) {
    this.state = state;
    this.line = line;
    this.rooms = rooms;
    this.backfills = backfills;
  }

  void requested(BackfillRequested event) {
    backfills.put(
        new Backfill(
            event.backfillId(),
            event.roomId(),
            event.timestamp(),
            event.openings(),
            event.openings(),
            Backfill.Status.OPEN));
  }

  /** Who comes into a running game is no longer the queue's: as when the game began. */
  void matched(BackfillMatched event) {
    state.count(Count.BACKFILLS);
    for (var id : event.ticketIds()) {
      state.count(Count.MATCHED_TICKETS);
      line.leave(id, new Ticket.Matched(event.roomId(), event.timestamp()));
    }
    rooms.change(event.roomId(), room -> room.withMore(event.teams()));
    backfills.change(event.roomId(), event.backfillId(), b -> b.without(event.teams()));
  }

  void cancelled(BackfillCancelled event) {
    backfills.change(event.roomId(), event.backfillId(), b -> b.with(Backfill.Status.CANCELLED));
  }

  /** A game that is over takes nobody. */
  void ended(ResultRecorded event) {
    backfills
        .openFor(event.roomId())
        .ifPresent(backfill -> backfills.put(backfill.with(Backfill.Status.CANCELLED)));
  }
}
