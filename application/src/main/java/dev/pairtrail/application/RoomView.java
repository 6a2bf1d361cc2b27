package dev.pairtrail.application;

import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.queue.Room;

/** A room and the queue it belongs to. */
public record RoomView(QueueName queue, Room room) {}
