package dev.pairtrail.application.port;

import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.Position;

/**
 * A part of a log that was archived as a whole.
 *
 * @param file names it within its archive
 * @param first the position of its first entry
 * @param last the position of its last entry
 * @param firstRevision the number of its first entry, 1 or more; the others follow without a gap
 * @param lastRevision the number of its last entry
 * @param sha256 of the file, as hexadecimal digits
 */
public record Segment(
    String file,
    Position first,
    Position last,
    long firstRevision,
    long lastRevision,
    String sha256) {

  /** How far a log was read that ended with it. */
  public Head head() {
    return new Head(last, lastRevision);
  }

  /** How many entries it has. */
  public long count() {
    return lastRevision - firstRevision + 1;
  }
}
