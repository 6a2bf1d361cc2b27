package dev.pairtrail.application;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.queue.Count;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.queue.Room;
import dev.pairtrail.domain.queue.Ticket;
import java.util.List;
import java.util.Map;

/**
 * The state of a queue at a position of its log.
 *
 * @param waiting the waiting tickets, the longest wait first
 * @param rooms the open rooms, the oldest first
 */
public record StateView(
    Position position, List<Ticket> waiting, List<Room> rooms, Map<Count, Long> counters) {

  static StateView of(QueueState state) {
    return new StateView(
        state.head().position(),
        state.waiting().toList(),
        List.copyOf(state.openRooms()),
        state.counts());
  }
}
