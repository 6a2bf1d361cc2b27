package dev.pairtrail.application.history;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import java.util.Optional;

/** Positions increase, and revisions follow each other without a gap. For one thread. */
final class OrderCheck {
  private Position position = Position.START;
  private long revision;
  private boolean numbered;
  private boolean whole = true;

  /** Whether the log was there from its first entry on; until told otherwise it was. */
  boolean isWhole() {
    return whole;
  }

  /** What is wrong with the place of the next entry. */
  Optional<String> check(LogEntry entry) {
    Optional<String> fault =
        entry.position().isAfter(position)
            ? checkRevision(entry.revision())
            : Optional.of("it does not come after " + position + ", as the log has it");
    position = entry.position();
    numbered = entry.revision() > 0;
    revision = numbered ? entry.revision() : revision + 1;
    return fault;
  }

  private Optional<String> checkRevision(long next) {
    if (revision == 0) {
      whole = next <= 1;
      return Optional.empty();
    }
    boolean follows = next == 0 || (numbered ? next == revision + 1 : next >= revision);
    return follows
        ? Optional.empty()
        : Optional.of(
            next > revision
                ? "entries before it are missing: its revision is %d, that before it %d"
                    .formatted(next, revision)
                : "its revision is %d though one of %d came before".formatted(next, revision));
  }
}
