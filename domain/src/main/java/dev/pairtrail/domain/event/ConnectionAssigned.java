package dev.pairtrail.domain.event;

import dev.pairtrail.domain.RoomId;
import java.time.Instant;

/** A game server was assigned to the room; {@code connection} is what its players connect to. */
public record ConnectionAssigned(RoomId roomId, String connection, Instant timestamp)
    implements Event {}
