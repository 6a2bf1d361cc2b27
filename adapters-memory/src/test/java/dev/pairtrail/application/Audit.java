package dev.pairtrail.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.domain.Position;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a log with eyes of its own, apart from the aggregate, and checks that it keeps its
 * promises: no ticket in two matches, none matched after its cancel, numbers without gaps, each
 * ticket once.
 */
final class Audit {
  private enum Fate {
    WAITING,
    MATCHED,
    GONE
  }

  private final Map<TicketId, Fate> fates = new HashMap<>();
  private final Map<RoomId, List<TicketId>> rooms = new HashMap<>();
  private final Set<TicketId> enqueued = new HashSet<>();
  private Position last = Position.START;
  private long revision;

  static Audit of(List<LogEntry> log) {
    Audit audit = new Audit();
    log.forEach(audit::check);
    return audit;
  }

  Set<TicketId> enqueued() {
    return enqueued;
  }

  List<TicketId> waiting() {
    List<TicketId> waiting = new ArrayList<>();
    fates.forEach((ticket, fate) -> {
      if (fate == Fate.WAITING) {
        waiting.add(ticket);
      }
    });
    return waiting;
  }

  private void check(LogEntry entry) {
    assertThat(entry.position()).isGreaterThan(last);
    assertThat(entry.revision()).isEqualTo(++revision);
    last = entry.position();
    if (entry instanceof RecordedEvent recorded) {
      check(recorded.event());
    }
  }

  private void check(Event event) {
    switch (event) {
      case TicketEnqueued e -> {
        assertThat(enqueued.add(e.ticketId())).as("%s enqueued once", e.ticketId()).isTrue();
        fates.put(e.ticketId(), Fate.WAITING);
      }
      case MatchProposed e -> {
        rooms.put(e.roomId(), e.ticketIds());
        e.ticketIds().forEach(ticket -> move(ticket, Fate.WAITING, Fate.MATCHED));
      }
      case PlayersMatched e -> {
        boolean proposed = rooms.put(e.roomId(), e.ticketIds()) != null;
        Fate before = proposed ? Fate.MATCHED : Fate.WAITING;
        e.ticketIds().forEach(ticket -> move(ticket, before, Fate.MATCHED));
      }
      case BackfillMatched e ->
          e.ticketIds().forEach(ticket -> move(ticket, Fate.WAITING, Fate.GONE));
      case TicketCancelled e -> move(e.ticketId(), Fate.WAITING, Fate.GONE);
      case TicketExpired e -> move(e.ticketId(), Fate.WAITING, Fate.GONE);
      case MatchCancelled e -> {
        e.returnedTicketIds().forEach(ticket -> move(ticket, Fate.MATCHED, Fate.WAITING));
        e.removedTicketIds().forEach(ticket -> move(ticket, Fate.MATCHED, Fate.GONE));
      }
      case GameStarted e -> rooms.get(e.roomId()).forEach(t -> move(t, Fate.MATCHED, Fate.GONE));
      case PlayerAccepted _,
          PlayerDeclined _,
          BackfillRequested _,
          BackfillCancelled _,
          ResultRecorded _,
          PlayerJoinedRoom _,
          PlayerLeft _,
          ConnectionAssigned _,
          RuleSetActivated _,
          DeadLetterDiscarded _,
          LogSealed _ -> {}
    }
  }

  private void move(TicketId ticket, Fate from, Fate to) {
    assertThat(fates.put(ticket, to)).as("%s before it is %s", ticket, to).isEqualTo(from);
  }
}
