package dev.pairtrail.faults.audit;

import dev.pairtrail.domain.event.BackfillMatched;
import dev.pairtrail.domain.event.MatchBasis;
import dev.pairtrail.domain.event.MatchProposed;
import dev.pairtrail.domain.event.PlayersMatched;
import dev.pairtrail.domain.event.PlayersMatched.Team;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was decided of waiting tickets: a match, a proposal of one, or that they come into a game.
 *
 * @param at when
 */
record Made(List<Team> teams, Instant at, Optional<MatchBasis> basis) {
  static Made of(PlayersMatched event) {
    return new Made(event.teams(), event.timestamp(), event.basis());
  }

  static Made of(MatchProposed event) {
    return new Made(event.teams(), event.timestamp(), event.basis());
  }

  static Made of(BackfillMatched event) {
    return new Made(event.teams(), event.timestamp(), event.basis());
  }
}
