package dev.pairtrail.domain.why;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a waiting ticket can expect of those who wait with it.
 *
 * @param standing why it is not matched
 * @param nearest the nearest others, the nearest first
 * @param players how many there are and how many there should be
 * @param alone the rule that keeps it out of any match, whoever is in it
 * @param ready when no such rule is left; empty: never
 * @param lack what the rules on teams miss among those who can meet it
 * @param unmatchable whether no wait will let it match with those who are there
 */
public record Outlook(
    Standing standing,
    List<Meeting> nearest,
    Players players,
    Optional<Refusal> alone,
    Optional<Instant> ready,
    Optional<Lack> lack,
    boolean unmatchable) {
  public Outlook {
    nearest = List.copyOf(nearest);
  }

  /** Why a ticket is not matched. */
  public enum Standing {
    /** There is a match for it, which the next pass makes unless others take its players. */
    POSSIBLE,
    /** It has waited too long: the next pass takes it out of the queue. */
    OVERDUE,
    /** It breaks a rule by itself. */
    ALONE,
    /** No team has room for it. */
    NO_PLACE,
    /** Too few players can meet it. */
    TOO_FEW,
    /** Enough players can meet it, but too few of the nearest can meet each other. */
    NOT_TOGETHER,
    /** Enough players get along, but the rules on teams allow no teams of them. */
    NO_TEAMS
  }

  /**
   * Numbers of players, those of the ticket among them.
   *
   * @param needed the fewest of a match, by now
   * @param neededAtLast the fewest of a match after any wait
   * @param canMeet who may meet the ticket now
   * @param willMeet who may meet it now or later, before one of them has waited too long
   * @param together how many of the nearest get along with it and with each other
   * @param elsewhere tickets that differ in the partition
   * @param counted false where only the nearest were looked at
   */
  public record Players(
      int needed,
      int neededAtLast,
      int canMeet,
      int willMeet,
      int together,
      int elsewhere,
      boolean counted) {}

  /**
   * What a rule on teams misses.
   *
   * @param tooMany whether there are too many players of the kind for a match, else too few
   * @param limit players of the kind that a match needs at least, or takes at most
   * @param present those there are
   */
  public record Lack(String rule, String kind, boolean tooMany, int limit, int present) {}
}
