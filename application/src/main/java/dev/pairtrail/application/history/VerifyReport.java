package dev.pairtrail.application.history;

import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.queue.Seal;
import java.util.List;
import java.util.Optional;

/**
 * What a verification found.
 *
 * @param head the last entry that was looked at
 * @param entries how many were looked at
 * @param decisions matches, proposals and backfills that were decided again, with the same outcome
 * @param undecided those that could not be: they tell nothing of how they came about
 * @param foreign entries of other programs, which promise nothing
 * @param unreadable entries that are no events
 * @param seals how many fitted
 * @param lastSeal the last of them
 * @param unsealed entries after what the last seal seals
 * @param notes what could not be verified, and why, for people
 * @param fault the first thing that is wrong, where the verification ended
 */
public record VerifyReport(
    Head head,
    long entries,
    long decisions,
    long undecided,
    long foreign,
    long unreadable,
    long seals,
    Optional<Seal> lastSeal,
    long unsealed,
    List<String> notes,
    Optional<Fault> fault) {
  public VerifyReport {
    notes = List.copyOf(notes);
  }
}
