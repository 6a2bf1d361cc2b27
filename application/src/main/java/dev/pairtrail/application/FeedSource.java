package dev.pairtrail.application;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RoomId;

/** Whose events are read. */
public sealed interface FeedSource {

  /** All of a queue's log. */
  record OfQueue(QueueName queue) implements FeedSource {}

  /** What touches a player, in every queue. */
  record OfPlayer(PlayerId player) implements FeedSource {}

  /** What touches a room. */
  record OfRoom(RoomId room) implements FeedSource {}
}
