package dev.pairtrail.domain.event;

import dev.pairtrail.domain.RoomId;
import java.time.Instant;

/** The game of a room began: the room is no longer open and its players may queue again. */
public record GameStarted(RoomId roomId, Instant timestamp) implements Event {}
