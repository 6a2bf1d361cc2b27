package dev.pairtrail.application;

import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import java.time.Instant;

/**
 * A log turned out not to be the one that was read: entries that this instance knew are gone, as
 * after a failover to a replica that had not got them.
 *
 * @param at when it was noticed
 * @param known the last entry that this instance knew
 * @param found where the log ended, or went on without it
 */
public record LogLoss(Instant at, Head known, Position found) {
  @Override
  public String toString() {
    return "at %s the log changed under us: entries up to %s (number %d) were known, and some"
            .formatted(at, known.position(), known.revision())
        + " of them are gone, as the log goes on at "
        + found
        + "; its state was folded anew";
  }
}
