package dev.pairtrail.domain.why;

import dev.pairtrail.domain.TicketId;
import java.util.Optional;

/**
 * A ticket that was near when a match was made, and is not in it.
 *
 * @param refusal what a rule says; only where one does
 * @param by the ticket of the match that the rule keeps it apart from; empty where it is all of
 *     them, or no rule says no
 */
public record PassedOver(
    TicketId ticket, Reason reason, Optional<Refusal> refusal, Optional<TicketId> by) {

  /** Why it was not taken. */
  public enum Reason {
    /** A rule keeps it apart from a ticket of the match. */
    REFUSED,
    /** The match was full of tickets that are nearer, or as near and waited longer. */
    NOT_NEEDED,
    /** It had not waited long enough to agree to so few players. */
    TOO_NEW,
    /** Its players, or the roles they play, did not fit in with those who were nearer. */
    NO_PLACE,
    /** It was left out, as no full match could be made with it that the rules on teams allow. */
    NO_TEAMS,
    /** The same pass had put it into another match, or taken it out of the queue, before. */
    TAKEN
  }

  /** The same, when it was gone already. */
  public PassedOver asTaken() {
    return new PassedOver(ticket, Reason.TAKEN, Optional.empty(), Optional.empty());
  }
}
