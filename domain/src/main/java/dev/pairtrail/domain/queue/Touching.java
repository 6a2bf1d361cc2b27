package dev.pairtrail.domain.queue;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.EventTags;
import dev.pairtrail.domain.queue.Decision.Decided;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives an event the tags that it does not name by itself but touches all the same. */
final class Touching {
  private Touching() {}

  static Decided of(Event event, Collection<Tag> more) {
    Set<Tag> own = EventTags.of(event);
    if (own.containsAll(more)) {
      return new Decided(event, own);
    }
    Set<Tag> all = new HashSet<>(own);
    all.addAll(more);
    return new Decided(event, all);
  }

  static Decided players(Event event, Collection<Player> players) {
    return playerIds(event, players.stream().map(Player::id).toList());
  }

  static Decided playerIds(Event event, Collection<PlayerId> players) {
    return of(event, players.stream().map(Tag::player).collect(Collectors.toSet()));
  }
}
