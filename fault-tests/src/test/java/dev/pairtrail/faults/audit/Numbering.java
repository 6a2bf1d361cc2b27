package dev.pairtrail.faults.audit;

import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import java.util.ArrayList;
import java.util.List;

/** Positions rise and revisions have no gap. */
final class Numbering {
  private Position last = Position.START;
  private long revision;

  /** What is wrong with the place of the next entry. */
  List<String> faults(LogEntry entry) {
    List<String> faults = new ArrayList<>();
    if (!entry.position().isAfter(last)) {
      faults.add("the position is not after " + last);
    }
    revision++;
    if (entry.revision() != 0 && entry.revision() != revision) {
      faults.add("the revision should be " + revision);
      revision = entry.revision();
    }
    last = entry.position();
    return faults;
  }
}
