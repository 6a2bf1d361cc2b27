package dev.pairtrail.domain.event;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RoomId;
import java.time.Instant;

/** A matched player arrived in the room. */
public record PlayerJoinedRoom(PlayerId playerId, RoomId roomId, Instant timestamp)
    implements Event {}
