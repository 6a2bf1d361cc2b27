package dev.pairtrail.faults.audit;

import dev.pairtrail.domain.event.LogEntry;
import java.util.List;

/**
 * A broken promise.
 *
 * @param entries of the log that show it; none where the log lacks something
 */
public record Violation(Invariant invariant, String what, List<LogEntry> entries) {
  public Violation {
    entries = List.copyOf(entries);
  }

  public static Violation of(Invariant invariant, String what, LogEntry... entries) {
    return new Violation(invariant, what, List.of(entries));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(invariant + ": " + what);
    entries.forEach(entry -> text.append("\n      ").append(entry));
    return text.toString();
  }
}
