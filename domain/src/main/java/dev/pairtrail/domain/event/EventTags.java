package dev.pairtrail.domain.event;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.Tag;
import java.util.LinkedHashSet;
import java.util.Set;

/** What an event names by itself. Its decider may know more that it touches, and adds that. */
public final class EventTags {
  private EventTags() {}

  public static Set<Tag> of(Event event) {
    Set<Tag> tags = new LinkedHashSet<>();
    switch (event) {
      case TicketEnqueued e -> {
        tags.add(Tag.ticket(e.ticketId()));
        e.players().stream().map(Player::id).map(Tag::player).forEach(tags::add);
      }
      case TicketCancelled e -> tags.add(Tag.ticket(e.ticketId()));
      case TicketExpired e -> tags.add(Tag.ticket(e.ticketId()));
      case PlayersMatched e -> {
        tags.add(Tag.room(e.roomId()));
        e.ticketIds().stream().map(Tag::ticket).forEach(tags::add);
        e.playerIds().stream().map(Tag::player).forEach(tags::add);
      }
      case MatchProposed e -> {
        tags.add(Tag.room(e.roomId()));
        e.ticketIds().stream().map(Tag::ticket).forEach(tags::add);
        e.playerIds().stream().map(Tag::player).forEach(tags::add);
      }
      case PlayerAccepted e -> {
        tags.add(Tag.room(e.roomId()));
        tags.add(Tag.player(e.playerId()));
      }
      case PlayerDeclined e -> {
        tags.add(Tag.room(e.roomId()));
        tags.add(Tag.player(e.playerId()));
      }
      case PlayerJoinedRoom e -> {
        tags.add(Tag.room(e.roomId()));
        tags.add(Tag.player(e.playerId()));
      }
      case PlayerLeft e -> {
        tags.add(Tag.room(e.roomId()));
        tags.add(Tag.player(e.playerId()));
      }
      case ConnectionAssigned e -> tags.add(Tag.room(e.roomId()));
      case GameStarted e -> tags.add(Tag.room(e.roomId()));
      case MatchCancelled e -> {
        tags.add(Tag.room(e.roomId()));
        e.returnedTicketIds().stream().map(Tag::ticket).forEach(tags::add);
        e.removedTicketIds().stream().map(Tag::ticket).forEach(tags::add);
      }
      case BackfillRequested e -> tags.add(Tag.room(e.roomId()));
      case BackfillMatched e -> {
        tags.add(Tag.room(e.roomId()));
        e.ticketIds().stream().map(Tag::ticket).forEach(tags::add);
        e.playerIds().stream().map(Tag::player).forEach(tags::add);
      }
      case BackfillCancelled e -> tags.add(Tag.room(e.roomId()));
      case ResultRecorded e -> {
        tags.add(Tag.room(e.roomId()));
        e.ratings().stream().map(r -> Tag.player(r.playerId())).forEach(tags::add);
      }
      case RuleSetActivated _, DeadLetterDiscarded _ -> {}
    }
    return tags;
  }
}
