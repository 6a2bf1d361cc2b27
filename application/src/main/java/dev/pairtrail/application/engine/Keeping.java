package dev.pairtrail.application.engine;

import dev.pairtrail.application.GroupStatus;
import dev.pairtrail.application.Retention;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;
import java.time.Duration;
import java.time.Instant;

/**
 * What of a log must stay at a moment.
 *
 * @param head its last entry, or an earlier one
 * @param now the moment
 * @param needed the first entry that somebody still needs is after this one
 */
record Keeping(Retention retention, Head head, Instant now, Position needed) {
  private static final int SLACK = 10;

  /** Everything after the newest snapshot, and what a group was not delivered or has pending. */
  static Position needed(Position snapshot, GroupStatus group) {
    Position delivered = group.lastDelivered();
    Position done = group.oldestPending().map(Keeping::before).orElse(delivered);
    return earlier(snapshot, earlier(delivered, done));
  }

  private static Position earlier(Position a, Position b) {
    return a.isAfter(b) ? b : a;
  }

  private static Position before(Position position) {
    return position.sequence() > 0
        ? new Position(position.millis(), position.sequence() - 1)
        : new Position(Math.max(0, position.millis() - 1), Long.MAX_VALUE);
  }

  /** Whether nobody needs what is up to there. */
  boolean allows(Position position) {
    return !position.isAfter(needed);
  }

  /** Whether an entry is beyond a limit and nobody needs it. The last entry always stays. */
  boolean mayGo(long revision, Position position) {
    return allows(position)
        && revision < head.revision()
        && (isOver(revision, 0) || isOlder(position, Duration.ZERO));
  }

  /** Whether an entry is beyond a limit by more than a tenth of it. */
  boolean isOverdue(long revision, Position position) {
    return isOver(revision, retention.maxEvents().orElse(0) / SLACK)
        || retention.maxAge().filter(age -> isOlder(position, age.dividedBy(SLACK))).isPresent();
  }

  private boolean isOver(long revision, long slack) {
    return retention.maxEvents().isPresent()
        && head.revision() - revision >= retention.maxEvents().getAsLong() + slack;
  }

  private boolean isOlder(Position position, Duration slack) {
    return retention
        .maxAge()
        .filter(age -> position.time().isBefore(now.minus(age).minus(slack)))
        .isPresent();
  }
}
