package dev.pairtrail.benchmarks.matcher;

import java.util.List;

/** Somebody who makes matches of those who wait. */
interface Matchmaker {
  /** How many milliseconds it lets pass between two looks. */
  long tick();

  void arrive(Arrival player);

  /** The matches of this moment; their players wait no longer. */
  List<Matched> match(long now);
}
