package dev.pairtrail.application.engine;

import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.Feeds;
import dev.pairtrail.application.port.Feeds.Kept;
import dev.pairtrail.application.port.Feeds.Move;
import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.event.LogEntry;
import java.util.List;
import java.util.OptionalInt;

/** Derives the feeds of one generation from the log of one queue, a part at a time. Thread-safe. */
public record Derivation(Feeds feeds, QueueName queue, long generation, Kept kept) {

  /**
   * What became of a part.
   *
   * @param move stale if the generation has ended, behind if another derived as far or further
   * @param upTo the last entry of the part
   * @param added how many entries the feeds got
   */
  public record Done(Move move, Head upTo, int added) {}

  /**
   * Adds entries to the feeds. How far that goes is noted before, so that whatever the feeds have
   * can be told to be gone from the log, and after, so that it is not done again.
   *
   * @param after up to where the log is derived
   * @param entries what follows it, at least one
   * @throws StoreUnavailableException if the store does not answer: to be done again
   */
  public Done derive(Head after, List<LogEntry> entries) {
    Head upTo = end(after, entries);
    if (feeds.intend(queue, generation, upTo) == Move.STALE) {
      return new Done(Move.STALE, upTo, 0);
    }
    OptionalInt added = feeds.append(queue, generation, entries, kept);
    return added.isPresent()
        ? new Done(feeds.advance(queue, generation, upTo), upTo, added.getAsInt())
        : new Done(Move.STALE, upTo, 0);
  }

  /** An entry of another program carries no number and is the one after the last. */
  private static Head end(Head after, List<LogEntry> entries) {
    long revision = after.revision();
    for (LogEntry entry : entries) {
      revision = entry.revision() > 0 ? entry.revision() : revision + 1;
    }
    return new Head(entries.getLast().position(), revision);
  }
}
