package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.matching.WaitingPools;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The matchmaking aggregate of one queue: its log, folded. {@link Decider} reads it, {@link
 * #evolve} alone changes what it says. Not thread-safe; its owner is one thread.
 */
public final class QueueState {
  /** How many ended tickets, and as many rooms, are remembered unless another number is given. */
  public static final int DEFAULT_REMEMBERED = 200_000;

  private final QueueName queue;
  private final Tickets tickets;
  private final Rooms rooms;
  private final Map<Count, Long> counts = new EnumMap<>(Count.class);
  private final DeadLetters deadLetters = new DeadLetters();
  private final Evolution evolution;
  private WaitingPools pools = new WaitingPools();
  private ActiveRules rules = ActiveRules.NONE;
  private Head head = Head.START;

  /**
   * The state before the first event.
   *
   * @param remembered how many ended tickets and rooms can still be asked for, at least 1
   */
  public QueueState(QueueName queue, int remembered) {
    this.queue = queue;
    tickets = new Tickets(remembered);
    rooms = new Rooms(remembered);
    for (Count count : Count.values()) {
      counts.put(count, 0L);
    }
    evolution = new Evolution(this, tickets, rooms, deadLetters);
  }

  /**
   * The state that a snapshot was taken of, but for what it remembers of passes.
   *
   * @param remembered as in {@link #QueueState}
   */
  public static QueueState restored(QueueSnapshot snapshot, int remembered) {
    QueueState state = new QueueState(snapshot.queue(), remembered);
    state.head = snapshot.head();
    state.rules = snapshot.rules();
    state.counts.putAll(snapshot.counts());
    state.tickets.restore(snapshot.tickets());
    state.rooms.restore(snapshot.rooms());
    state.deadLetters.restore(snapshot.discarded());
    state.evolution.sortWaiting();
    return state;
  }

  /** All that the state knows, by copying references; nothing that follows changes it. */
  public QueueSnapshot snapshot() {
    return new QueueSnapshot(
        queue, head, rules, counts, tickets.snapshot(), rooms.snapshot(), deadLetters.snapshot());
  }

  /**
   * Folds the next entry of the log. Never decides and never fails; an entry at or before the head
   * is passed over, so entries may be offered twice.
   */
  public void evolve(LogEntry entry) {
    if (entry.position().isAfter(head.position())) {
      long revision = entry.revision() > 0 ? entry.revision() : head.revision() + 1;
      head = new Head(entry.position(), revision);
      count(Count.ENTRIES);
      evolution.apply(entry);
    }
  }

  public QueueName queue() {
    return queue;
  }

  /** The last entry that was folded. */
  public Head head() {
    return head;
  }

  public ActiveRules rules() {
    return rules;
  }

  /** A ticket that waits, is in an open room, or is among the last that ended. */
  public Optional<Ticket> ticket(TicketId id) {
    return tickets.find(id);
  }

  /** The ticket that a request made, by the request's tag. */
  public Optional<Ticket> ticketOfRequest(Tag request) {
    return tickets.ofRequest(request);
  }

  /** The ticket on which the player waits or is in an open room. */
  public Optional<TicketId> ticketOf(PlayerId player) {
    return tickets.of(player);
  }

  /** The waiting tickets, the longest wait first. */
  public Stream<Ticket> waiting() {
    return pools.stream().flatMap(waiting -> tickets.findLive(waiting.id()).stream());
  }

  public int depth() {
    return pools.size();
  }

  /** A room that is open or among the last that ended. */
  public Optional<Room> room(RoomId id) {
    return rooms.find(id);
  }

  /** The open rooms, the oldest first; a view that is valid until the next entry is folded. */
  public Collection<Room> openRooms() {
    return rooms.open();
  }

  /** How often each of these happened in the log, 0 among them. */
  public Map<Count, Long> counts() {
    return Collections.unmodifiableMap(new EnumMap<>(counts));
  }

  /** Whether this entry was given up for this group; true for the last 10,000 such only. */
  public boolean isDiscarded(Position entry, String group) {
    return deadLetters.isDiscarded(entry, group);
  }

  /** When time alone next makes something due. */
  public Optional<Instant> nextDue() {
    return Stream.concat(pools.nextChange(rules.rules()).stream(), rooms.nextDeadline().stream())
        .min(Instant::compareTo);
  }

  /**
   * Notes that a pass was decided at this moment, on the state as it is. This, and {@link
   * #passEnded}, change the cost of the next pass and never its result.
   */
  public void passBegan(Instant now) {
    pools.passBegan(now);
  }

  /**
   * Notes what became of that pass.
   *
   * @param complete whether it was not cut short by its limit, and what it yielded is in the log
   */
  public void passEnded(boolean complete) {
    pools.passEnded(complete);
  }

  Rooms rooms() {
    return rooms;
  }

  WaitingPools pools() {
    return pools;
  }

  void count(Count what) {
    counts.merge(what, 1L, Long::sum);
  }

  void activate(ActiveRules next, WaitingPools sorted) {
    rules = next;
    pools = sorted;
  }
}
