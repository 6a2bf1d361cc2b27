package dev.pairtrail.domain.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.Player;
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
import dev.pairtrail.domain.event.LogSealed;
import dev.pairtrail.domain.event.MatchCancelled;
import dev.pairtrail.domain.event.MatchProposed;
import dev.pairtrail.domain.event.PlayerAccepted;
import dev.pairtrail.domain.event.PlayerDeclined;
import dev.pairtrail.domain.event.PlayerJoinedRoom;
import dev.pairtrail.domain.event.PlayerLeft;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.ResultRecorded;
import dev.pairtrail.domain.event.RuleSetActivated;
import dev.pairtrail.domain.event.TicketCancelled;
import dev.pairtrail.domain.event.TicketEnqueued;
import dev.pairtrail.domain.event.TicketExpired;
import dev.pairtrail.domain.queue.Count;
import dev.pairtrail.domain.queue.QueueState;
import dev.pairtrail.domain.queue.Room;
import dev.pairtrail.domain.queue.Ticket;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the books of a log in the plainest way, and knows nothing of the aggregate: where each
 * ticket is and who is engaged. What must never happen fails here.
 */
final class Ledger {
  final Map<TicketId, TicketEnqueued> tickets = new HashMap<>();
  final Map<TicketId, TicketEnqueued> waiting = new HashMap<>();
  final Map<RoomId, List<TicketId>> openRooms = new HashMap<>();
  private final Set<PlayerId> players = new HashSet<>();
  private final Map<PlayerId, TicketId> engaged = new HashMap<>();
  private final Map<TicketId, String> ended = new HashMap<>();
  private final Set<String> invited = new HashSet<>();
  private long matched;
  private long created;
  private long proposals;
  private long matches;
  private long returned;

  void record(Event event) {
    switch (event) {
      case TicketEnqueued e -> {
        assertThat(tickets.put(e.ticketId(), e)).as("a new ticket").isNull();
        waiting.put(e.ticketId(), e);
        e.players().forEach(player -> engage(player.id(), e.ticketId()));
      }
      case TicketCancelled e -> endWait(e.ticketId(), "cancelled");
      case TicketExpired e -> endWait(e.ticketId(), "expired");
      case MatchProposed e -> {
        proposals++;
        opened(e.roomId(), e.ticketIds());
      }
      case PlayerAccepted e -> open(e.roomId());
      case PlayerDeclined e -> open(e.roomId());
      case PlayersMatched e -> matched(e);
      case BackfillMatched e -> filled(e);
      case ResultRecorded e -> assertThat(openRooms).doesNotContainKey(e.roomId());
      case PlayerJoinedRoom e -> joined(e);
      case PlayerLeft e -> left(e);
      case GameStarted e -> open(e.roomId()).forEach(ticket -> end(ticket, "played"));
      case MatchCancelled e -> cancelled(e);
      case ConnectionAssigned _,
          BackfillRequested _,
          BackfillCancelled _,
          RuleSetActivated _,
          DeadLetterDiscarded _,
          LogSealed _ -> {}
    }
    if (event instanceof GameStarted started) {
      openRooms.remove(started.roomId());
    }
  }

  private List<TicketId> open(RoomId room) {
    assertThat(openRooms).as("the open rooms").containsKey(room);
    return openRooms.get(room);
  }

  private TicketId ticketIn(RoomId room, PlayerId player) {
    return open(room).stream()
        .filter(id -> players(id).contains(player))
        .findFirst()
        .orElseThrow(() -> new AssertionError(player + " is not in " + room));
  }

  private List<PlayerId> players(TicketId ticket) {
    return tickets.get(ticket).players().stream().map(Player::id).toList();
  }

  private void engage(PlayerId player, TicketId ticket) {
    players.add(player);
    TicketId other = engaged.put(player, ticket);
    assertThat(other).as("the other ticket of %s", player).isIn(null, ticket);
  }

  private void end(TicketId ticket, String how) {
    assertThat(ended.put(ticket, how)).as("an earlier end of %s", ticket).isNull();
    players(ticket).forEach(player -> engaged.remove(player, ticket));
  }

  private void endWait(TicketId ticket, String how) {
    assertThat(waiting.remove(ticket)).as("%s, which waits", ticket).isNotNull();
    end(ticket, how);
  }

  private void matched(PlayersMatched match) {
    matches++;
    if (openRooms.containsKey(match.roomId())) {
      assertThat(open(match.roomId())).isEqualTo(match.ticketIds());
    } else {
      opened(match.roomId(), match.ticketIds());
    }
  }

  private void opened(RoomId room, List<TicketId> members) {
    created++;
    members.forEach(this::leaveQueue);
    assertThat(openRooms.put(room, members)).as("a new room").isNull();
  }

  private void leaveQueue(TicketId ticket) {
    assertThat(waiting.remove(ticket)).as("%s, which waits", ticket).isNotNull();
    matched++;
  }

  private void filled(BackfillMatched event) {
    for (TicketId ticket : event.ticketIds()) {
      leaveQueue(ticket);
      end(ticket, "played");
      players(ticket).forEach(player -> invited.add(player + " " + event.roomId()));
    }
  }

  /** Who comes into a running game is no longer the queue's. */
  private void joined(PlayerJoinedRoom event) {
    if (!invited.remove(event.playerId() + " " + event.roomId())) {
      engage(event.playerId(), ticketIn(event.roomId(), event.playerId()));
    }
  }

  /** A player may say so after the game began, which changes nothing here. */
  private void left(PlayerLeft event) {
    if (openRooms.containsKey(event.roomId())) {
      engaged.remove(event.playerId(), ticketIn(event.roomId(), event.playerId()));
    }
  }

  private void cancelled(MatchCancelled event) {
    Set<TicketId> named = new HashSet<>(event.returnedTicketIds());
    named.addAll(event.removedTicketIds());
    assertThat(named).isEqualTo(Set.copyOf(open(event.roomId())));
    openRooms.remove(event.roomId());
    event.removedTicketIds().forEach(ticket -> end(ticket, "cancelled"));
    for (TicketId ticket : event.returnedTicketIds()) {
      waiting.put(ticket, tickets.get(ticket));
      players(ticket).forEach(player -> engage(player, ticket));
      returned++;
    }
  }

  /** Compares the folded state with the books: every ticket is in one place, and in the same. */
  void agreesWith(QueueState state) {
    int inRooms = openRooms.values().stream().mapToInt(List::size).sum();
    assertThat(waiting.size() + inRooms + ended.size()).isEqualTo(tickets.size());
    assertThat(state.waiting().map(Ticket::id).toList()).isEqualTo(byWait());
    assertThat(state.depth()).isEqualTo(waiting.size());
    assertThat(state.openRooms().stream().map(Room::id)).hasSameElementsAs(openRooms.keySet());
    assertThat(ticketsOfAll(state)).isEqualTo(engaged);
    sumsAgree(state.counts());
  }

  private Map<PlayerId, TicketId> ticketsOfAll(QueueState state) {
    Map<PlayerId, TicketId> found = new HashMap<>();
    players.forEach(id -> state.ticketOf(id).ifPresent(ticket -> found.put(id, ticket)));
    return found;
  }

  private List<TicketId> byWait() {
    return waiting.values().stream()
        .sorted(
            Comparator.comparing(TicketEnqueued::timestamp).thenComparing(TicketEnqueued::ticketId))
        .map(TicketEnqueued::ticketId)
        .toList();
  }

  private void sumsAgree(Map<Count, Long> counts) {
    assertThat(counts)
        .containsEntry(Count.ENQUEUED_TICKETS, (long) tickets.size())
        .containsEntry(Count.MATCHED_TICKETS, matched)
        .containsEntry(Count.RETURNED_TICKETS, returned);
    assertThat(counts.get(Count.ENQUEUED_TICKETS))
        .isEqualTo(
            waiting.size()
                + counts.get(Count.MATCHED_TICKETS)
                - counts.get(Count.RETURNED_TICKETS)
                + counts.get(Count.CANCELLED_TICKETS)
                + counts.get(Count.EXPIRED_TICKETS));
    assertThat(counts)
        .containsEntry(Count.PROPOSALS, proposals)
        .containsEntry(Count.MATCHES, matches);
    assertThat(openRooms.size() + counts.get(Count.STARTED_GAMES))
        .isEqualTo(created - counts.get(Count.CANCELLED_MATCHES));
  }
}
