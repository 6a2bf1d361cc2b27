package dev.pairtrail.faults.audit;

import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.event.PlayersMatched;
import java.util.HashSet;
import java.util.Set;

/** A room in the reference: who belongs there, who is there, and whether it is still open. */
final class Place {
  final PlayersMatched match;
  final Set<PlayerId> joined = new HashSet<>();
  final Set<PlayerId> left = new HashSet<>();
  boolean open = true;
  boolean started;

  Place(PlayersMatched match) {
    this.match = match;
  }

  boolean belongs(PlayerId player) {
    return match.playerIds().contains(player);
  }

  void join(PlayerId player) {
    joined.add(player);
    left.remove(player);
  }

  void leave(PlayerId player) {
    joined.remove(player);
    left.add(player);
  }
}
