package dev.pairtrail.adapters.http.json;

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
import dev.pairtrail.domain.event.PartyEnqueued;
import dev.pairtrail.domain.event.PlayerAccepted;
import dev.pairtrail.domain.event.PlayerDeclined;
import dev.pairtrail.domain.event.PlayerEnqueued;
import dev.pairtrail.domain.event.PlayerJoinedRoom;
import dev.pairtrail.domain.event.PlayerLeft;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.RecordedEvent;
import dev.pairtrail.domain.event.ResultRecorded;
import dev.pairtrail.domain.event.RuleSetActivated;
import dev.pairtrail.domain.event.TicketCancelled;
import dev.pairtrail.domain.event.TicketExpired;
import dev.pairtrail.domain.event.UnreadableEntry;
import java.util.Arrays;
import java.util.Optional;

/** What an entry is called in answers; the names are stable. */
public enum EventType {
  PLAYER_ENQUEUED("PlayerEnqueued"),
  PARTY_ENQUEUED("PartyEnqueued"),
  TICKET_CANCELLED("TicketCancelled"),
  TICKET_EXPIRED("TicketExpired"),
  MATCH_PROPOSED("MatchProposed"),
  PLAYER_ACCEPTED("PlayerAccepted"),
  PLAYER_DECLINED("PlayerDeclined"),
  PLAYERS_MATCHED("PlayersMatched"),
  PLAYER_JOINED_ROOM("PlayerJoinedRoom"),
  PLAYER_LEFT("PlayerLeft"),
  CONNECTION_ASSIGNED("ConnectionAssigned"),
  GAME_STARTED("GameStarted"),
  MATCH_CANCELLED("MatchCancelled"),
  BACKFILL_REQUESTED("BackfillRequested"),
  BACKFILL_MATCHED("BackfillMatched"),
  BACKFILL_CANCELLED("BackfillCancelled"),
  RESULT_RECORDED("ResultRecorded"),
  RULE_SET_ACTIVATED("RuleSetActivated"),
  DEAD_LETTER_DISCARDED("DeadLetterDiscarded"),
  LOG_SEALED("LogSealed"),
  UNREADABLE("Unreadable");

  private final String text;

  EventType(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** The type of that name. */
  public static Optional<EventType> named(String text) {
    return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst();
  }

  public static EventType of(LogEntry entry) {
    return switch (entry) {
      case RecordedEvent recorded -> of(recorded.event());
      case UnreadableEntry _ -> UNREADABLE;
    };
  }

  private static EventType of(Event event) {
    return switch (event) {
      case PlayerEnqueued _ -> PLAYER_ENQUEUED;
      case PartyEnqueued _ -> PARTY_ENQUEUED;
      case TicketCancelled _ -> TICKET_CANCELLED;
      case TicketExpired _ -> TICKET_EXPIRED;
      case MatchProposed _ -> MATCH_PROPOSED;
      case PlayerAccepted _ -> PLAYER_ACCEPTED;
      case PlayerDeclined _ -> PLAYER_DECLINED;
      case PlayersMatched _ -> PLAYERS_MATCHED;
      case PlayerJoinedRoom _ -> PLAYER_JOINED_ROOM;
      case PlayerLeft _ -> PLAYER_LEFT;
      case ConnectionAssigned _ -> CONNECTION_ASSIGNED;
      case GameStarted _ -> GAME_STARTED;
      case MatchCancelled _ -> MATCH_CANCELLED;
      case BackfillRequested _ -> BACKFILL_REQUESTED;
      case BackfillMatched _ -> BACKFILL_MATCHED;
      case BackfillCancelled _ -> BACKFILL_CANCELLED;
      case ResultRecorded _ -> RESULT_RECORDED;
      case RuleSetActivated _ -> RULE_SET_ACTIVATED;
      case DeadLetterDiscarded _ -> DEAD_LETTER_DISCARDED;
      case LogSealed _ -> LOG_SEALED;
    };
  }
}
