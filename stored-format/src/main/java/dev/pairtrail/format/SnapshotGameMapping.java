package dev.pairtrail.format;

import dev.pairtrail.domain.BackfillId;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.queue.Backfill;
import dev.pairtrail.domain.rules.Rating;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Between backfills and ratings and their form in a snapshot. */
final class SnapshotGameMapping {
  private SnapshotGameMapping() {}

  static StoredSnapshot.Backfill stored(Backfill backfill) {
    return new StoredSnapshot.Backfill(
        backfill.id().value(),
        backfill.room().value(),
        backfill.requestedAt(),
        GameMapping.storedOpenings(backfill.asked()),
        GameMapping.storedOpenings(backfill.openings()),
        SnapshotNames.of(backfill.status()));
  }

  static List<Backfill> backfills(@Nullable List<StoredSnapshot.Backfill> stored) {
    return stored == null ? List.of() : stored.stream().map(SnapshotGameMapping::domain).toList();
  }

  private static Backfill domain(StoredSnapshot.Backfill stored) {
    return new Backfill(
        new BackfillId(stored.id()),
        new RoomId(stored.room()),
        stored.requestedAt(),
        GameMapping.openings(stored.asked()),
        GameMapping.openings(stored.open()),
        SnapshotNames.named(Backfill.Status.class, stored.status()));
  }

  static List<StoredEvent.PlayerRating> stored(Map<PlayerId, Rating> ratings) {
    List<StoredEvent.PlayerRating> stored = new ArrayList<>(ratings.size());
    ratings.forEach((player, rating) ->
        stored.add(
            new StoredEvent.PlayerRating(player.value(), rating.mean(), rating.deviation())));
    return stored;
  }

  static Map<PlayerId, Rating> ratings(@Nullable List<StoredEvent.PlayerRating> stored) {
    Map<PlayerId, Rating> ratings = new LinkedHashMap<>();
    if (stored != null) {
      stored.forEach(rated ->
          ratings.put(new PlayerId(rated.playerId()), new Rating(rated.mean(), rated.deviation())));
    }
    return ratings;
  }
}
