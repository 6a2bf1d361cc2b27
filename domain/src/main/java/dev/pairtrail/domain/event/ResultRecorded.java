package dev.pairtrail.domain.event;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.rules.Rating;
import java.time.Instant;
import java.util.List;

/**
 * How the game of a room ended.
 *
 * @param places one for each team, in the order of the room's teams
 * @param ratings what the queue thinks of the players from now on; empty where it keeps none
 */
public record ResultRecorded(
    RoomId roomId, List<Place> places, List<PlayerRating> ratings, Instant timestamp)
    implements Event {
  public ResultRecorded {
    places = List.copyOf(places);
    ratings = List.copyOf(ratings);
  }

  /**
   * Where a team ended.
   *
   * @param place 1 for the winner; equal places for a draw
   */
  public record Place(String team, int place) {}

  /** The rating of a player after the game. */
  public record PlayerRating(PlayerId playerId, Rating rating) {}
}
