package dev.pairtrail.domain.matching;

import java.util.Collection;
import java.util.Iterator;

/** The waiting tickets that a pass can still match. */
interface Candidates {
  /** Whether a waiting ticket is still to be had. */
  boolean has(Waiting ticket);

  /** Those around a ticket that are to be had, nearest first, itself among them. */
  Iterator<Waiting> around(Waiting ticket);

  /** Notes that tickets are no longer to be had. */
  void take(Collection<Waiting> tickets);
}
