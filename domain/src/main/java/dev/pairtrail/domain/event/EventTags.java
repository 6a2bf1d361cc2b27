package dev.pairtrail.domain.event;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What an event names by itself. Its decider may know more that it touches, and adds that. */
public final class EventTags {
  private EventTags() {}

  /** All of them, unmodifiable. */
  public static Set<Tag> of(Event event) {
    List<Tag> tags = new ArrayList<>();
    switch (event) {
      case TicketEnqueued e -> {
        tags.add(Tag.ticket(e.ticketId()));
        e.players().forEach(player -> tags.add(Tag.player(player.id())));
      }
      case TicketCancelled e -> tags.add(Tag.ticket(e.ticketId()));
      case TicketExpired e -> tags.add(Tag.ticket(e.ticketId()));
      case MatchMade e -> addAll(tags, e.roomId(), e.teams());
      case PlayerAccepted e -> add(tags, e.roomId(), e.playerId());
      case PlayerDeclined e -> add(tags, e.roomId(), e.playerId());
      case PlayerJoinedRoom e -> add(tags, e.roomId(), e.playerId());
      case PlayerLeft e -> add(tags, e.roomId(), e.playerId());
      case ConnectionAssigned e -> tags.add(Tag.room(e.roomId()));
      case GameStarted e -> tags.add(Tag.room(e.roomId()));
      case MatchCancelled e -> {
        tags.add(Tag.room(e.roomId()));
        e.returnedTicketIds().forEach(ticket -> tags.add(Tag.ticket(ticket)));
        e.removedTicketIds().forEach(ticket -> tags.add(Tag.ticket(ticket)));
      }
      case BackfillRequested e -> tags.add(Tag.room(e.roomId()));
      case BackfillCancelled e -> tags.add(Tag.room(e.roomId()));
      case ResultRecorded e -> {
        tags.add(Tag.room(e.roomId()));
        e.ratings().forEach(rated -> tags.add(Tag.player(rated.playerId())));
      }
      case RuleSetActivated _, DeadLetterDiscarded _, LogSealed _ -> {}
    }
    return Set.copyOf(tags);
  }

  private static void add(List<Tag> tags, RoomId room, PlayerId player) {
    tags.add(Tag.room(room));
    tags.add(Tag.player(player));
  }

  private static void addAll(List<Tag> tags, RoomId room, List<Team> teams) {
    tags.add(Tag.room(room));
    for (Team team : teams) {
      team.ticketIds().forEach(ticket -> tags.add(Tag.ticket(ticket)));
      team.playerIds().forEach(player -> tags.add(Tag.player(player)));
    }
  }
}
