package dev.pairtrail.domain.event;

import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.RoomId;
import java.time.Instant;

/** A running game no longer asks for players. */
public record BackfillCancelled(BackfillId backfillId, RoomId roomId, Instant timestamp)
    implements Event {}
