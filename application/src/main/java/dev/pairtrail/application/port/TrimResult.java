package dev.pairtrail.application.port;

/** What became of a trim. */
public sealed interface TrimResult {

  /** The entries are gone. */
  record Trimmed(long removed) implements TrimResult {}

  /** Somebody has not read all of them or is not done with them; nothing was removed. */
  record Refused(String reason) implements TrimResult {}
}
