package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.RoomId;
import java.time.Instant;
import java.util.Comparator;

/** When a room is given up. */
record Deadline(Instant at, RoomId room) implements Comparable<Deadline> {
  private static final Comparator<Deadline> ORDER =
      Comparator.comparing(Deadline::at).thenComparing(Deadline::room);

  @Override
  public int compareTo(Deadline other) {
    return ORDER.compare(this, other);
  }
}
