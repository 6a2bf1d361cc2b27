package dev.pairtrail.application;

import dev.pairtrail.application.port.Feeds;
import dev.pairtrail.application.port.Feeds.Checkpoint;
import dev.pairtrail.application.port.Feeds.Content;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.LogEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was derived for players and rooms, to be read. Thread-safe. */
final class DerivedFeeds {
  private static final int MOST_READS = 3;

  private final Optional<Feeds> feeds;
  private final int limit;

  /**
   * @param feeds none if nothing is derived
   * @param limit most entries of one
   */
  DerivedFeeds(Optional<Feeds> feeds, int limit) {
    this.feeds = feeds;
    this.limit = limit;
  }

  /**
   * A feed, and how far the logs were derived when it had at least that.
   *
   * @param entries by queue, in the order of its log
   */
  record Past(Checkpoint checkpoint, Map<QueueName, List<LogEntry>> entries) {
    List<LogEntry> of(QueueName queue) {
      return entries.getOrDefault(queue, List.of());
    }

    Position upTo(QueueName queue) {
      return checkpoint.of(queue).derived().position();
    }
  }

  /**
   * What was derived for a player or a room.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  Past of(Tag tag) {
    return feeds.map(f -> read(f, tag)).orElse(new Past(Checkpoint.NONE, Map.of()));
  }

  /** A feed of an earlier generation does not count, and a later one tells to look again. */
  private Past read(Feeds from, Tag tag) {
    for (int reads = 0; reads < MOST_READS; reads++) {
      Checkpoint checkpoint = from.checkpoint();
      Content content = from.read(tag, limit);
      if (content.generation() <= checkpoint.generation()) {
        boolean counts = content.generation() == checkpoint.generation();
        return new Past(checkpoint, counts ? byQueue(content.entries()) : Map.of());
      }
    }
    throw new StoreUnavailableException("the feeds are just being derived anew");
  }

  private static Map<QueueName, List<LogEntry>> byQueue(List<FeedEntry> entries) {
    return entries.stream()
        .collect(
            Collectors.groupingBy(
                FeedEntry::queue, Collectors.mapping(FeedEntry::entry, Collectors.toList())));
  }
}
