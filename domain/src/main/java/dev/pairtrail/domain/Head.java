package dev.pairtrail.domain;

/**
 * How far a log was read: its last entry, by position and by number.
 *
 * @param revision how many entries stood in the log up to there, 0 or more
 */
public record Head(Position position, long revision) {
  /** Nothing was read. */
  public static final Head START = new Head(Position.START, 0);
}
