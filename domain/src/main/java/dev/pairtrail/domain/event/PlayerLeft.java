package dev.pairtrail.domain.event;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RoomId;
import java.time.Instant;

/** A matched player left the room, or said that they will not come. */
public record PlayerLeft(PlayerId playerId, RoomId roomId, Instant timestamp) implements Event {}
