package dev.pairtrail.faults.audit;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The state of a queue as an instance tells it.
 *
 * @param counts by their names in the API: {@code matches}, {@code enqueued_tickets}
 */
public record LiveView(
    String instance,
    Position position,
    List<TicketId> waiting,
    Set<RoomId> openRooms,
    Map<String, Long> counts) {}
