package dev.pairtrail.domain.event;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RoomId;
import java.time.Instant;

/** A player accepted a proposed match. */
public record PlayerAccepted(PlayerId playerId, RoomId roomId, Instant timestamp)
    implements Event {}
