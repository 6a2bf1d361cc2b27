package dev.pairtrail.faults.audit;

import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.Tag;
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
import java.util.List;
import java.util.Map;

/** Which entries carry out which requests. */
final class Effects {
  private final Map<Object, List<RecordedEvent>> entries = new HashMap<>();
  private final Map<RoomId, BackfillId> asked = new HashMap<>();

  static Effects of(Iterable<? extends LogEntry> log) {
    Effects effects = new Effects();
    for (LogEntry entry : log) {
      if (entry instanceof RecordedEvent recorded) {
        effects
            .keys(recorded)
            .forEach(
                key -> effects.entries.computeIfAbsent(key, _ -> new ArrayList<>()).add(recorded));
      }
    }
    return effects;
  }

  /**
   * The entries that carry out the request; those of an enqueue without a key are told by ticket.
   */
  List<RecordedEvent> of(Told told) {
    Object key =
        switch (told.request()) {
          case Request.Enqueue enqueue when enqueue.key().isPresent() ->
              Tag.request(enqueue.key().get());
          case Request.Enqueue _ ->
              told.ticket().<Object>map(ticket -> ticket).orElse("nobody knows");
          case Request.Cancel _,
              Request.Join _,
              Request.Leave _,
              Request.Assign _,
              Request.Start _,
              Request.CancelRoom _,
              Request.Answer _,
              Request.Backfill _,
              Request.EndBackfill _,
              Request.Result _ ->
              told.request();
        };
    return of(key);
  }

  /** By a ticket id, a request's tag or a request. */
  List<RecordedEvent> of(Object key) {
    return entries.getOrDefault(key, List.of());
  }

  private List<Object> keys(RecordedEvent recorded) {
    Event event = recorded.event();
    return switch (event) {
      case TicketEnqueued e -> {
        List<Object> keys = new ArrayList<>(List.of(e.ticketId()));
        recorded.tags().stream().filter(Tag::isRequest).forEach(keys::add);
        yield keys;
      }
      case TicketCancelled e -> List.of(new Request.Cancel(e.ticketId()));
      case TicketExpired e -> List.of(new Ended(new Request.Cancel(e.ticketId())));
      case MatchProposed _,
          PlayersMatched _,
          RuleSetActivated _,
          DeadLetterDiscarded _,
          LogSealed _ ->
          List.of();
      case PlayerAccepted e -> List.of(new Request.Answer(e.roomId(), e.playerId(), true));
      case PlayerDeclined e -> List.of(new Request.Answer(e.roomId(), e.playerId(), false));
      case BackfillRequested e -> {
        asked.put(e.roomId(), e.backfillId());
        yield List.of(new Request.Backfill(e.roomId()));
      }
      case BackfillMatched e ->
          List.of(new Ended(new Request.EndBackfill(e.roomId(), e.backfillId())));
      case BackfillCancelled e -> List.of(new Request.EndBackfill(e.roomId(), e.backfillId()));
      case ResultRecorded e -> ended(e);
      case PlayerJoinedRoom e -> List.of(new Request.Join(e.roomId(), e.playerId()));
      case PlayerLeft e -> List.of(new Request.Leave(e.roomId(), e.playerId()));
      case ConnectionAssigned e -> List.of(new Request.Assign(e.roomId(), e.connection()));
      case GameStarted e -> List.of(new Request.Start(e.roomId()));
      case MatchCancelled e -> {
        List<Object> keys = new ArrayList<>(List.of(new Request.CancelRoom(e.roomId())));
        e.removedTicketIds().forEach(id -> keys.add(new Ended(new Request.Cancel(id))));
        yield keys;
      }
    };
  }

  private List<Object> ended(ResultRecorded event) {
    List<Object> keys = new ArrayList<>();
    keys.add(
        new Request.Result(
            event.roomId(), event.places().stream().map(place -> place.place()).toList()));
    BackfillId backfill = asked.get(event.roomId());
    if (backfill != null) {
      keys.add(new Ended(new Request.EndBackfill(event.roomId(), backfill)));
    }
    return keys;
  }

  /** What a request wanted to end, come to its end without it. */
  record Ended(Request wanted) {}
}
