package dev.pairtrail.application.port;

/** What became of a trim. */
public sealed interface TrimResult {

  /** The entries are gone. */
  record Trimmed(long removed) implements TrimResult {}

  /** Somebody still needs one of them, or nothing would be left; nothing was removed. */
  record Refused(String reason) implements TrimResult {}
}
