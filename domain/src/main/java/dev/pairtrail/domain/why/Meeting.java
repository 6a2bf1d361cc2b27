package dev.pairtrail.domain.why;

import dev.pairtrail.domain.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether two tickets may be in one match, whatever their teams and whoever else is in it.
 *
 * @param refusal what says no at the moment that was asked about; empty if they may meet
 * @param admittedFrom the first moment at which the rules let them meet, from which on they always
 *     do; empty: never
 * @param until when the first of them will have waited too long; empty: never
 */
public record Meeting(
    TicketId other,
    Optional<Refusal> refusal,
    Optional<Instant> admittedFrom,
    Optional<Instant> until) {

  /** Whether they may meet at the moment that was asked about. */
  public boolean isAdmitted() {
    return refusal.isEmpty();
  }

  /** When they may meet, if that is before one of them is gone. */
  public Optional<Instant> inTime() {
    return admittedFrom.filter(from -> until.filter(end -> !from.isBefore(end)).isEmpty());
  }
}
