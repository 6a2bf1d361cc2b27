package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.Attribute;
import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import dev.pairtrail.domain.event.ResultRecorded.Place;
import dev.pairtrail.domain.event.ResultRecorded.PlayerRating;
import dev.pairtrail.domain.queue.Room.Presence;
import dev.pairtrail.domain.rules.Rating;
import dev.pairtrail.domain.rules.RatingSpec;
import dev.pairtrail.domain.rules.RatingSystem;
import dev.pairtrail.domain.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the result of a game makes of its players' ratings. */
final class GameRatings {
  private final QueueState state;
  private final Room room;
  private final RuleSet rules;

  GameRatings(QueueState state, Room room) {
    this.state = state;
    this.room = room;
    rules = state.rules().rules();
  }

  /** The ratings of those who played to the end; none if the queue keeps none. */
  List<PlayerRating> after(List<Place> places, RatingSystem system) {
    if (rules.ratings().isEmpty()) {
      return List.of();
    }
    List<List<PlayerId>> players = new ArrayList<>();
    List<Integer> played = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      List<PlayerId> stayed = stayed(room.teams().get(i));
      if (!stayed.isEmpty()) {
        players.add(stayed);
        played.add(places.get(i).place());
      }
    }
    return players.size() < 2 ? List.of() : rate(players, played, system);
  }

  private List<PlayerId> stayed(Team team) {
    return team.playerIds().stream().filter(p -> !room.has(p, Presence.LEFT)).toList();
  }

  private List<PlayerRating> rate(
      List<List<PlayerId>> players, List<Integer> places, RatingSystem system) {
    RatingSpec spec = rules.ratings().orElseThrow();
    List<List<Rating>> before =
        players.stream().map(team -> team.stream().map(p -> before(spec, p)).toList()).toList();
    List<List<Rating>> after = system.rate(spec, before, places);
    List<PlayerRating> rated = new ArrayList<>();
    for (int team = 0; team < players.size(); team++) {
      for (int i = 0; i < players.get(team).size(); i++) {
        rated.add(new PlayerRating(players.get(team).get(i), after.get(team).get(i)));
      }
    }
    return rated;
  }

  /** From the last game; else what the player said, and is not sure; else the queue's mean. */
  private Rating before(RatingSpec spec, PlayerId player) {
    return state
        .rating(player)
        .or(() -> said(spec, player).map(number -> new Rating(number, spec.deviation())))
        .orElseGet(() -> new Rating(spec.mean(), spec.deviation()));
  }

  private Optional<Double> said(RatingSpec spec, PlayerId id) {
    return room.teams().stream()
        .flatMap(team -> team.ticketIds().stream())
        .flatMap(ticket -> state.ticket(ticket).stream())
        .flatMap(ticket -> ticket.players().stream())
        .filter(player -> player.id().equals(id))
        .map(Player::attributes)
        .map(attributes -> attributes.get(spec.attribute()))
        .filter(Attribute.Numeric.class::isInstance)
        .map(value -> ((Attribute.Numeric) value).value())
        .findFirst();
  }
}
