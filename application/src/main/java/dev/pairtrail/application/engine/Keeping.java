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
 * @param snapshot the newest one; what comes after it is needed for a start
 * @param done the groups are done with the entries up to here
 * @param derived the feeds have what they get of the entries up to here
 */
record Keeping(
    Retention retention,
    Head head,
    Instant now,
    Position snapshot,
    Position done,
    Position derived) {
  private static final int SLACK = 10;

  /** The entries up to here were delivered and none of them is pending. */
  static Position done(GroupStatus group) {
    return group.oldestPending().map(Keeping::before).orElse(group.lastDelivered());
  }

  private static Position before(Position position) {
    return position.sequence() > 0
        ? new Position(position.millis(), position.sequence() - 1)
        : new Position(Math.max(0, position.millis() - 1), Long.MAX_VALUE);
  }

  /** Whether nobody needs what is up to there. */
  boolean allows(Position position) {
    return !position.isAfter(snapshot) && !position.isAfter(done) && !position.isAfter(derived);
  }

  /** Whether it is for want of a newer snapshot that an entry has to stay. */
  boolean lacksSnapshot(Position position) {
    return position.isAfter(snapshot) && head.position().isAfter(snapshot);
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
