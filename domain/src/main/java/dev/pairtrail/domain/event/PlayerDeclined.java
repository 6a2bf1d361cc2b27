package dev.pairtrail.domain.event;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RoomId;
import java.time.Instant;

/** A player declined a proposed match, which is cancelled with that. */
public record PlayerDeclined(PlayerId playerId, RoomId roomId, Instant timestamp)
    implements Event {}
