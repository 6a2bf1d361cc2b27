package dev.pairtrail.faults.audit;

import static dev.pairtrail.faults.audit.Invariant.I1;
import static dev.pairtrail.faults.audit.Invariant.I2;
import static dev.pairtrail.faults.audit.Invariant.I4;
import static dev.pairtrail.faults.audit.Invariant.I6;

import dev.pairtrail.domain.EventId;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.event.BackfillCancelled;
import dev.pairtrail.domain.event.BackfillMatched;
import dev.pairtrail.domain.event.BackfillRequested;
import dev.pairtrail.domain.event.ConnectionAssigned;
import dev.pairtrail.domain.event.DeadLetterDiscarded;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.GameStarted;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.LogSealed;
import dev.pairtrail.domain.event.MatchCancelled;
import dev.pairtrail.domain.event.MatchProposed;
import dev.pairtrail.domain.event.PlayerAccepted;
import dev.pairtrail.domain.event.PlayerDeclined;
import dev.pairtrail.domain.event.PlayerJoinedRoom;
import dev.pairtrail.domain.event.PlayerLeft;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.ResultRecorded;
import dev.pairtrail.domain.event.RuleSetActivated;
import dev.pairtrail.domain.event.TicketCancelled;
import dev.pairtrail.domain.event.TicketEnqueued;
import dev.pairtrail.domain.event.TicketExpired;
import dev.pairtrail.faults.audit.Waiter.Fate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a log means, told once more in the simplest way and without a line of the domain's own
 * logic: it walks the entries and notes each that cannot follow what is before it.
 */
final class Reference {
  private final Map<TicketId, Waiter> tickets = new LinkedHashMap<>();
  private final Map<PlayerId, Set<Waiter>> ofPlayer = new HashMap<>();
  private final Map<RoomId, Place> rooms = new LinkedHashMap<>();
  private final Set<EventId> ids = new HashSet<>();
  private final Map<String, Long> counts = new HashMap<>();
  private final RulesOverTime rules = new RulesOverTime();
  private final List<Violation> violations = new ArrayList<>();
  private final Numbering numbering = new Numbering();

  static Reference of(List<LogEntry> log) {
    Reference reference = new Reference();
    log.forEach(reference::read);
    return reference;
  }

  List<Violation> violations() {
    return violations;
  }

  RulesOverTime rules() {
    return rules;
  }

  Stream<Waiter> waiting() {
    return tickets.values().stream().filter(ticket -> ticket.fate == Fate.WAITING);
  }

  Stream<RoomId> openRooms() {
    return rooms.entrySet().stream().filter(e -> e.getValue().open).map(Map.Entry::getKey);
  }

  long count(String what) {
    return counts.getOrDefault(what, 0L);
  }

  private void read(LogEntry entry) {
    numbering.faults(entry).forEach(fault -> report(I6, fault, entry));
    if (entry instanceof RecordedEvent recorded) {
      recorded
          .metadata()
          .filter(metadata -> !ids.add(metadata.id()))
          .ifPresent(_ -> report(I2, "the event is there twice", entry));
      read(recorded.event(), entry);
    }
  }

  private void read(Event event, LogEntry entry) {
    switch (event) {
      case TicketEnqueued e -> enqueued(e, entry);
      case TicketCancelled e -> leave(e.ticketId(), Fate.CANCELLED, entry);
      case TicketExpired e -> leave(e.ticketId(), Fate.EXPIRED, entry);
      case MatchProposed e -> proposed(e, entry);
      case PlayerAccepted e -> in(e.roomId(), entry, room -> room.accept(e.playerId()));
      case PlayerDeclined e -> in(e.roomId(), entry, room -> room.decline(e.playerId()));
      case PlayersMatched e -> matched(e, entry);
      case PlayerJoinedRoom e -> joined(e, entry);
      case PlayerLeft e -> in(e.roomId(), entry, room -> room.leave(e.playerId()));
      case ConnectionAssigned e -> room(e.roomId(), entry);
      case GameStarted e -> ended(e.roomId(), entry).ifPresent(room -> started(room, e));
      case MatchCancelled e -> cancelled(e, entry);
      case BackfillRequested e -> in(e.roomId(), entry, room -> room.request(e, rules.current()));
      case BackfillMatched e -> filled(e, entry);
      case BackfillCancelled e -> in(e.roomId(), entry, room -> room.cancel(e.backfillId()));
      case ResultRecorded e -> in(e.roomId(), entry, room -> room.end(e));
      case RuleSetActivated e -> rules.activated(e, entry).ifPresent(violations::add);
      case DeadLetterDiscarded _, LogSealed _ -> {}
    }
  }

  private void enqueued(TicketEnqueued event, LogEntry entry) {
    count("enqueued_tickets", 1);
    event.players().forEach(player -> mustBeFree(player.id(), entry));
    Waiter waiter = new Waiter(event.ticketId(), event.players(), event.timestamp());
    if (tickets.put(waiter.id, waiter) != null) {
      report(I2, "the ticket is there twice", entry);
    }
    event
        .players()
        .forEach(p -> ofPlayer.computeIfAbsent(p.id(), _ -> new HashSet<>()).add(waiter));
  }

  /** A player waits on one ticket or is in one open room, or has left the room. */
  private void mustBeFree(PlayerId player, LogEntry entry) {
    engaged(player).ifPresent(t -> report(I1, player + " is already on " + t.id, entry));
  }

  private Optional<Waiter> engaged(PlayerId player) {
    return ofPlayer.getOrDefault(player, Set.of()).stream()
        .filter(t ->
            t.fate == Fate.WAITING
                || t.fate == Fate.PROPOSED
                || (t.fate == Fate.MATCHED && !hasLeft(t, player)))
        .findFirst();
  }

  private boolean hasLeft(Waiter ticket, PlayerId player) {
    return ticket.room.map(rooms::get).filter(room -> room.left.contains(player)).isPresent();
  }

  private void leave(TicketId id, Fate end, LogEntry entry) {
    count(end == Fate.EXPIRED ? "expired_tickets" : "cancelled_tickets", 1);
    waiting(id, entry)
        .ifPresent(ticket -> {
          if (end == Fate.EXPIRED) {
            rules.expired(ticket, entry).ifPresent(violations::add);
          }
          ticket.end(end);
        });
  }

  private Optional<Waiter> waiting(TicketId id, LogEntry entry) {
    Waiter ticket = tickets.get(id);
    if (ticket == null || ticket.fate != Fate.WAITING) {
      String is = ticket == null ? "unknown" : ticket.fate.name();
      report(I1, id + " does not wait but is " + is, entry);
      return Optional.empty();
    }
    return Optional.of(ticket);
  }

  private void proposed(MatchProposed event, LogEntry entry) {
    count("proposals", 1);
    take(event.roomId(), Made.of(event), event.ticketIds(), true, entry);
  }

  private void matched(PlayersMatched event, LogEntry entry) {
    count("matches", 1);
    Place room = rooms.get(event.roomId());
    if (room != null && room.proposed) {
      room.match(Made.of(event)).ifPresent(fault -> report(I1, fault, entry));
      in(event.roomId()).forEach(ticket -> ticket.fate = Fate.MATCHED);
    } else {
      take(event.roomId(), Made.of(event), event.ticketIds(), false, entry);
    }
  }

  private void take(RoomId id, Made made, List<TicketId> ticketIds, boolean asked, LogEntry entry) {
    count("matched_tickets", ticketIds.size());
    List<Waiter> members = ticketIds.stream().flatMap(t -> waiting(t, entry).stream()).toList();
    violations.addAll(rules.matched(made, members, asked, entry));
    members.forEach(ticket -> {
      ticket.fate = asked ? Fate.PROPOSED : Fate.MATCHED;
      ticket.room = Optional.of(id);
    });
    if (rooms.put(id, new Place(made, members, asked)) != null) {
      report(I2, "the room is there twice", entry);
    }
  }

  private void filled(BackfillMatched event, LogEntry entry) {
    count("backfills", 1);
    count("matched_tickets", event.ticketIds().size());
    List<Waiter> members =
        event.ticketIds().stream().flatMap(t -> waiting(t, entry).stream()).toList();
    Made made = Made.of(event);
    room(event.roomId(), entry)
        .ifPresent(room -> {
          violations.addAll(rules.filled(made, members, room.present(), entry));
          room.fill(event.backfillId(), made, members).ifPresent(fault -> report(I1, fault, entry));
        });
    members.forEach(ticket -> ticket.end(Fate.PLAYED));
  }

  /** What happens in a room, if it can. */
  private void in(RoomId id, LogEntry entry, Function<Place, Optional<String>> change) {
    room(id, entry).flatMap(change).ifPresent(fault -> report(I1, fault, entry));
  }

  private Optional<Place> room(RoomId id, LogEntry entry) {
    Place room = rooms.get(id);
    if (room == null || (!room.open && !room.started)) {
      report(I1, "the room is not open", entry);
      return Optional.empty();
    }
    return Optional.of(room);
  }

  private void joined(PlayerJoinedRoom event, LogEntry entry) {
    room(event.roomId(), entry)
        .ifPresent(room -> {
          if (room.left.contains(event.playerId())) {
            mustBeFree(event.playerId(), entry);
          }
          room.join(event.playerId()).ifPresent(fault -> report(I1, fault, entry));
        });
  }

  private Optional<Place> ended(RoomId id, LogEntry entry) {
    Optional<Place> room = Optional.ofNullable(rooms.get(id)).filter(r -> r.open);
    if (room.isEmpty()) {
      report(I1, "the room is not open", entry);
    }
    room.ifPresent(r -> r.open = false);
    return room;
  }

  private void started(Place room, GameStarted event) {
    count("started_games", 1);
    room.started = true;
    in(event.roomId()).forEach(ticket -> ticket.end(Fate.PLAYED));
  }

  private List<Waiter> in(RoomId id) {
    return tickets.values().stream()
        .filter(ticket -> ticket.room.filter(id::equals).isPresent())
        .toList();
  }

  private void cancelled(MatchCancelled event, LogEntry entry) {
    count("cancelled_matches", 1);
    count("returned_tickets", event.returnedTicketIds().size());
    List<Waiter> members = in(event.roomId());
    Set<TicketId> named = new HashSet<>(event.returnedTicketIds());
    named.addAll(event.removedTicketIds());
    Set<TicketId> inside = Set.copyOf(members.stream().map(ticket -> ticket.id).toList());
    if (!named.equals(inside)) {
      report(I4, "the room has the tickets " + inside, entry);
    }
    Optional<Place> room = ended(event.roomId(), entry);
    for (Waiter ticket : members) {
      if (event.returnedTicketIds().contains(ticket.id)) {
        room.filter(r -> r.hasLeft(ticket) || r.hasDeclined(ticket))
            .ifPresent(_ -> report(I1, "a player of " + ticket.id + " had gone", entry));
        ticket.end(Fate.WAITING);
      } else {
        room.filter(r -> r.mustKeep(ticket))
            .ifPresent(_ -> report(I1, ticket.id + " did nothing to leave", entry));
        ticket.end(Fate.REMOVED);
      }
    }
  }

  private void count(String what, long more) {
    counts.merge(what, more, Long::sum);
  }

  private void report(Invariant invariant, String what, LogEntry entry) {
    violations.add(Violation.of(invariant, what, entry));
  }
}
