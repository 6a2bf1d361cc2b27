package dev.pairtrail.application.history;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
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
import dev.pairtrail.domain.event.PlayersMatched.Team;
import dev.pairtrail.domain.event.ResultRecorded;
import dev.pairtrail.domain.event.RuleSetActivated;
import dev.pairtrail.domain.event.TicketCancelled;
import dev.pairtrail.domain.event.TicketEnqueued;
import dev.pairtrail.domain.event.TicketExpired;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what an event meant for a ticket, in a sentence.
 *
 * @param enqueuedAt when the ticket began to wait
 */
record EventWords(TicketId ticket, Instant enqueuedAt) {

  String of(Event event) {
    return switch (event) {
      case TicketEnqueued e -> enqueued(e);
      case TicketCancelled e -> "The ticket was cancelled by request, " + waited(e) + ".";
      case TicketExpired e -> "No match was found in time; the ticket expired " + waited(e) + ".";
      case MatchProposed e ->
          "A match was found "
              + waited(e)
              + ": "
              + teams(e.teams())
              + ". All are asked to accept it until "
              + Words.moment(e.acceptDeadline())
              + ".";
      case PlayerAccepted e -> e.playerId().value() + " accepted the match.";
      case PlayerDeclined e -> e.playerId().value() + " declined the match.";
      case PlayersMatched e ->
          "Matched "
              + waited(e)
              + ": "
              + teams(e.teams())
              + ", in room "
              + e.roomId().value()
              + ".";
      case BackfillMatched e -> backfilled(e);
      case PlayerJoinedRoom e -> e.playerId().value() + " joined the room.";
      case PlayerLeft e -> e.playerId().value() + " left the room.";
      case ConnectionAssigned e -> "The game server is at " + e.connection() + ".";
      case GameStarted _ -> "The game began.";
      case MatchCancelled e -> cancelled(e);
      case BackfillRequested _ -> "The running game asked for more players.";
      case BackfillCancelled _ -> "The running game no longer asks for more players.";
      case ResultRecorded e -> result(e);
      case RuleSetActivated e -> "Rule set " + e.version() + " came into force.";
      case DeadLetterDiscarded e -> givenUp(e);
      case LogSealed e -> "The log was sealed up to " + e.through() + ".";
    };
  }

  private String waited(Event event) {
    return "after " + Words.time(Duration.between(enqueuedAt, event.timestamp()));
  }

  private static String givenUp(DeadLetterDiscarded event) {
    String by = event.by().map(key -> " by " + key.value()).orElse("");
    return "An entry was given up" + by + ": " + event.reason() + ".";
  }

  private static String enqueued(TicketEnqueued event) {
    List<String> players = event.players().stream().map(EventWords::player).toList();
    return players.size() == 1
        ? players.getFirst() + " began to wait."
        : "A party began to wait: " + Words.and(players) + ".";
  }

  private static String player(Player player) {
    List<String> said = new ArrayList<>();
    player.attributes().forEach((name, value) -> said.add(name + " " + RefusalWords.value(value)));
    player.latencyMs().forEach((region, ms) -> said.add(region + " " + ms + " ms"));
    return player.id().value() + (said.isEmpty() ? "" : " (" + String.join(", ", said) + ")");
  }

  static String teams(List<Team> teams) {
    return String.join("; ", teams.stream().map(EventWords::team).toList());
  }

  private static String team(Team team) {
    return "team "
        + team.name()
        + " is "
        + Words.and(team.playerIds().stream().map(PlayerId::value).toList());
  }

  private String backfilled(BackfillMatched event) {
    return event.ticketIds().contains(ticket)
        ? "Matched "
            + waited(event)
            + " into the running game of room "
            + event.roomId().value()
            + "."
        : "More players came into the game: "
            + Words.and(event.playerIds().stream().map(PlayerId::value).toList())
            + ".";
  }

  private String cancelled(MatchCancelled event) {
    return "The match was given up ("
        + event.reason()
        + "); "
        + (event.returnedTicketIds().contains(ticket)
            ? "the ticket waits again, as if it had never been matched."
            : "the ticket left the queue with it.");
  }

  private static String result(ResultRecorded event) {
    List<String> places =
        event.places().stream().map(p -> p.team() + " came " + ordinal(p.place())).toList();
    return "The game ended: " + Words.and(places) + ".";
  }

  private static String ordinal(int place) {
    return switch (place) {
      case 1 -> "first";
      case 2 -> "second";
      case 3 -> "third";
      default -> "number " + place;
    };
  }
}
