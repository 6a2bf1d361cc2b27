package dev.pairtrail.faults.audit;

/** What must hold whatever happens; numbered as in docs/FAULTS.md. */
public enum Invariant {
  I1("no ticket in two matches or matched after its end, no player in two places"),
  I2("each acknowledged write is in the log exactly once, unless a loss was reported"),
  I3("a write answered as failed is not in the log, an unknown one once at most"),
  I4("each ticket is matched, cancelled, expired or waiting: the sums agree"),
  I5("the state of each instance is what its log folds to"),
  I6("revisions are contiguous, positions strictly increasing"),
  I7("a live reader and a feed get each entry once, in order, and none that is not in the log"),
  I8("pending entries and mailboxes drain after the faults end"),
  I9("writes and matching resume within seconds after the faults end"),
  I10("every match satisfies its rule set at its moment");

  private final String promise;

  Invariant(String promise) {
    this.promise = promise;
  }

  @Override
  public String toString() {
    return name() + " (" + promise + ")";
  }
}
