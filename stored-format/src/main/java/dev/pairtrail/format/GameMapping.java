package dev.pairtrail.format;

import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.event.BackfillRequested;
import dev.pairtrail.domain.event.BackfillRequested.Opening;
import dev.pairtrail.domain.event.ResultRecorded;
import dev.pairtrail.domain.event.ResultRecorded.Place;
import dev.pairtrail.domain.event.ResultRecorded.PlayerRating;
import dev.pairtrail.domain.rules.Rating;
import java.util.List;

/** Between what becomes of a running game and its stored form. */
final class GameMapping {
  private GameMapping() {}

  static StoredEvent stored(BackfillRequested event) {
    return new StoredEvent.BackfillRequested(
        event.backfillId().value(),
        event.roomId().value(),
        storedOpenings(event.openings()),
        event.timestamp());
  }

  static List<StoredEvent.Opening> storedOpenings(List<Opening> openings) {
    return openings.stream()
        .map(opening -> new StoredEvent.Opening(opening.team(), opening.players()))
        .toList();
  }

  static StoredEvent stored(ResultRecorded event) {
    return new StoredEvent.ResultRecorded(
        event.roomId().value(),
        storedPlaces(event.places()),
        event.ratings().stream().map(GameMapping::stored).toList(),
        event.timestamp());
  }

  static List<StoredEvent.Place> storedPlaces(List<Place> places) {
    return places.stream()
        .map(place -> new StoredEvent.Place(place.team(), place.place()))
        .toList();
  }

  private static StoredEvent.PlayerRating stored(PlayerRating rated) {
    return new StoredEvent.PlayerRating(
        rated.playerId().value(), rated.rating().mean(), rated.rating().deviation());
  }

  static BackfillRequested domain(StoredEvent.BackfillRequested event) {
    return new BackfillRequested(
        new BackfillId(event.backfillId()),
        new RoomId(event.roomId()),
        openings(event.teams()),
        event.timestamp());
  }

  static List<Opening> openings(List<StoredEvent.Opening> stored) {
    return stored.stream().map(opening -> new Opening(opening.name(), opening.players())).toList();
  }

  static ResultRecorded domain(StoredEvent.ResultRecorded event) {
    return new ResultRecorded(
        new RoomId(event.roomId()),
        places(event.teams()),
        event.ratings().stream().map(GameMapping::domain).toList(),
        event.timestamp());
  }

  static List<Place> places(List<StoredEvent.Place> stored) {
    return stored.stream().map(place -> new Place(place.name(), place.place())).toList();
  }

  private static PlayerRating domain(StoredEvent.PlayerRating stored) {
    return new PlayerRating(
        new PlayerId(stored.playerId()), new Rating(stored.mean(), stored.deviation()));
  }
}
