package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.rules.Rating;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a queue's state knows at one entry of its log, so that it can be folded on from there.
 * What the matcher remembers of earlier passes is not among it: that changes what a pass costs and
 * never what it yields.
 *
 * @param head the last entry that was folded
 * @param counts one for each {@link Count}
 * @param backfills the last that ended, then the open ones, each the oldest first
 * @param ratings of the players, the oldest first
 * @param discarded the last dead letters that were discarded, the oldest first
 */
public record QueueSnapshot(
    QueueName queue,
    Head head,
    ActiveRules rules,
    Map<Count, Long> counts,
    OfTickets tickets,
    OfRooms rooms,
    List<Backfill> backfills,
    Map<PlayerId, Rating> ratings,
    List<DiscardedLetter> discarded,
    Optional<Seal> seal) {

  public QueueSnapshot {
    Map<Count, Long> all = new EnumMap<>(Count.class);
    for (Count count : Count.values()) {
      all.put(count, counts.getOrDefault(count, 0L));
    }
    counts = Collections.unmodifiableMap(all);
    backfills = List.copyOf(backfills);
    ratings = Collections.unmodifiableMap(new LinkedHashMap<>(ratings));
    discarded = List.copyOf(discarded);
  }

  /**
   * The same without what has ended and without ratings: from it the log is folded on to the same
   * waiting tickets, open rooms and counts.
   */
  public QueueSnapshot withoutPast() {
    return new QueueSnapshot(
        queue,
        head,
        rules,
        counts,
        tickets.withoutPast(),
        rooms.withoutPast(),
        backfills.stream().filter(Backfill::isOpen).toList(),
        Map.of(),
        discarded,
        seal);
  }

  /** How many tickets, rooms, backfills and ratings it holds, which is what it costs to write. */
  public int size() {
    return tickets.live().size()
        + tickets.ended().size()
        + rooms.open().size()
        + rooms.ended().size()
        + backfills.size()
        + ratings.size();
  }

  /**
   * The tickets.
   *
   * @param live those that wait or are in an open room
   * @param ended the last that ended, the oldest first
   * @param engaged on which ticket a player waits or is in an open room
   * @param requests which ticket a request made, by the request's tag
   */
  public record OfTickets(
      Map<TicketId, Ticket> live,
      List<Ticket> ended,
      Map<PlayerId, TicketId> engaged,
      Map<Tag, TicketId> requests) {
    public OfTickets {
      live = Collections.unmodifiableMap(new HashMap<>(live));
      ended = List.copyOf(ended);
      engaged = Collections.unmodifiableMap(new HashMap<>(engaged));
      requests = Collections.unmodifiableMap(new HashMap<>(requests));
    }

    private OfTickets withoutPast() {
      Map<Tag, TicketId> known = new HashMap<>(requests);
      known.values().retainAll(live.keySet());
      return new OfTickets(live, List.of(), engaged, known);
    }
  }

  /**
   * The rooms.
   *
   * @param open the oldest first
   * @param complete the open ones in which all have joined, in the order in which they will start
   * @param ended the last that ended, the oldest first
   */
  public record OfRooms(List<Room> open, List<RoomId> complete, List<Room> ended) {
    public OfRooms {
      open = List.copyOf(open);
      complete = List.copyOf(complete);
      ended = List.copyOf(ended);
    }

    private OfRooms withoutPast() {
      return new OfRooms(open, complete, List.of());
    }
  }
}
