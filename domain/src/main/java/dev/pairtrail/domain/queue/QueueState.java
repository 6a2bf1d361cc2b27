package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.matching.WaitingPools;
import dev.pairtrail.domain.rules.Rating;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
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

  /** How many players' ratings are known, those of the last games. */
  private static final int RATED = 1_000_000;

  private final QueueName queue;
  private final Tickets tickets;
  private final Rooms rooms;
  private final Backfills backfills;
  private final Recent<PlayerId, Rating> ratings = new Recent<>(RATED, _ -> {});
  private final Map<Count, Long> counts = new EnumMap<>(Count.class);
  private final DeadLetters deadLetters = new DeadLetters();
  private final Evolution evolution;
  private ActiveRules rules = ActiveRules.NONE;
  private WaitingPools pools = new WaitingPools(rules.rules());
  private Head head = Head.START;
  private Optional<Seal> seal = Optional.empty();

  /**
   * The state before the first event.
   *
   * @param remembered how many ended tickets and rooms can still be asked for, at least 1
   */
  public QueueState(QueueName queue, int remembered) {
    this.queue = queue;
    tickets = new Tickets(remembered);
    rooms = new Rooms(remembered);
    backfills = new Backfills(remembered);
    for (Count count : Count.values()) {
      counts.put(count, 0L);
    }
    evolution = new Evolution(this, tickets, rooms, backfills, deadLetters);
  }

  /**
   * The state that a snapshot was taken of, but for what it remembers of passes.
   *
   * @param remembered as in {@link #QueueState}
   */
  public static QueueState restored(QueueSnapshot snapshot, int remembered) {
    QueueState state = new QueueState(snapshot.queue(), remembered);
    state.head = snapshot.head();
    state.seal = snapshot.seal();
    state.activate(snapshot.rules());
    state.counts.putAll(snapshot.counts());
    state.tickets.restore(snapshot.tickets());
    state.rooms.restore(snapshot.rooms());
    snapshot.backfills().forEach(state.backfills::put);
    snapshot.ratings().forEach(state.ratings::put);
    state.deadLetters.restore(snapshot.discarded());
    state.evolution.sortWaiting();
    return state;
  }

  /** All that the state knows, by copying references; nothing that follows changes it. */
  public QueueSnapshot snapshot() {
    List<Backfill> known = new ArrayList<>(backfills.ended());
    known.addAll(backfills.open());
    return new QueueSnapshot(
        queue,
        head,
        rules,
        counts,
        tickets.snapshot(),
        rooms.snapshot(),
        known,
        new LinkedHashMap<>(ratings.all()),
        deadLetters.snapshot(),
        seal);
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

  /**
   * The rooms whose games have not begun, the oldest first; a view that is valid until the next
   * entry is folded.
   */
  public Collection<Room> openRooms() {
    return rooms.open();
  }

  /** A backfill of the room that is open or among the last that ended. */
  public Optional<Backfill> backfill(RoomId room, BackfillId id) {
    return backfills.find(room, id);
  }

  /** The open backfill of a room. */
  public Optional<Backfill> openBackfill(RoomId room) {
    return backfills.openFor(room);
  }

  /** The open backfills, the oldest first; a view that is valid until the next entry is folded. */
  public Collection<Backfill> openBackfills() {
    return backfills.open();
  }

  /** What is thought of a player's skill since their last game here. */
  public Optional<Rating> rating(PlayerId player) {
    return Optional.ofNullable(ratings.get(player));
  }

  /** How often each of these happened in the log, 0 among them. */
  public Map<Count, Long> counts() {
    return Collections.unmodifiableMap(new EnumMap<>(counts));
  }

  /** Whether this entry was given up for this group; true for the last 10,000 such only. */
  public boolean isDiscarded(Position entry, String group) {
    return deadLetters.isDiscarded(entry, group);
  }

  /** The last seal of the log. */
  public Optional<Seal> seal() {
    return seal;
  }

  /** When time alone next makes something due. */
  public Optional<Instant> nextDue() {
    return Stream.of(
            pools.nextChange().stream(),
            rooms.nextDeadline().stream(),
            backfills.open().stream().flatMap(b -> pools.nextLoosening(b.requestedAt()).stream()))
        .flatMap(times -> times)
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

  /** Has the next pass look at everything; its result is the same. */
  public void forgetPasses() {
    pools.forgetPasses();
  }

  /** Why tickets meet or not, as the matcher would judge them at this moment. */
  public Why why(Instant now) {
    return new Why(this, now);
  }

  Rooms rooms() {
    return rooms;
  }

  WaitingPools pools() {
    return pools;
  }

  void seal(Seal next) {
    seal = Optional.of(next);
  }

  void count(Count what) {
    counts.merge(what, 1L, Long::sum);
  }

  /** Puts rules in force, with a matcher that knows nothing yet. */
  void activate(ActiveRules next) {
    rules = next;
    pools = new WaitingPools(next.rules());
  }

  /** The oldest rating goes first when there are too many. */
  void rate(PlayerId player, Rating rating) {
    ratings.remove(player);
    ratings.put(player, rating);
  }
}
