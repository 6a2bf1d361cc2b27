package dev.pairtrail.faults.audit;

import dev.pairtrail.domain.Player;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A ticket in the reference: whose it is and what became of it. */
final class Waiter {
  /** What became of it. */
  enum Fate {
    WAITING,
    PROPOSED,
    MATCHED,
    PLAYED,
    CANCELLED,
    REMOVED,
    EXPIRED
  }

  final TicketId id;
  final List<Player> players;
  final Instant since;
  Fate fate = Fate.WAITING;
  Optional<RoomId> room = Optional.empty();

  Waiter(TicketId id, List<Player> players, Instant since) {
    this.id = id;
    this.players = players;
    this.since = since;
  }

  boolean has(PlayerId player) {
    return players.stream().anyMatch(p -> p.id().equals(player));
  }

  void end(Fate end) {
    fate = end;
    room = Optional.empty();
  }
}
