package dev.pairtrail.application.history;

import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.LogEntry;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A part of a log: what touches each of some tags, between two places.
 *
 * @param after only entries after it
 * @param to the last place that belongs to it
 * @param tags none where everything is meant, also what no tag is known of
 */
public record Selection(Position after, LogPoint to, Set<Tag> tags) {
  public Selection {
    tags = Set.copyOf(tags);
  }

  /** The whole log. */
  public static Selection all() {
    return new Selection(Position.START, new LogPoint.End(), Set.of());
  }

  /**
   * Hands over the entries in order, some at a time.
   *
   * @param progress hears of all that were read
   * @throws StoreUnavailableException if the store does not answer
   */
  public void read(RecordedLog log, Consumer<List<LogEntry>> taker, Progress progress) {
    try (LogReader reader = log.read(after, to)) {
      for (List<LogEntry> entries = reader.next(); !entries.isEmpty(); entries = reader.next()) {
        taker.accept(entries.stream().filter(this::has).toList());
        progress.handled(entries);
      }
    }
  }

  private boolean has(LogEntry entry) {
    return entry.tags().containsAll(tags);
  }
}
