package dev.pairtrail.faults.audit;

import dev.pairtrail.application.FeedEntry;
import dev.pairtrail.application.port.Feeds;
import dev.pairtrail.application.port.Feeds.Content;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.LogEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds the derived feeds against the log: each player and room has what touches them, in the order
 * of the log, once, and nothing else. What is left of an earlier generation nobody is shown.
 */
final class FeedCheck {
  private static final int ALL = 1_000_000;

  private final Evidence evidence;
  private final QueueName queue;
  private final Feeds feeds;

  FeedCheck(Evidence evidence, QueueName queue, Feeds feeds) {
    this.evidence = evidence;
    this.queue = queue;
    this.feeds = feeds;
  }

  List<Violation> violations() {
    long generation = feeds.checkpoint().generation();
    return wanted().entrySet().stream()
        .flatMap(feed -> fault(feed.getKey(), feed.getValue(), generation).stream())
        .toList();
  }

  /** By feed; also those of which all is lost. */
  private Map<Tag, List<Position>> wanted() {
    Map<Tag, List<Position>> wanted = new LinkedHashMap<>();
    evidence.lost().forEach(lost -> feedsOf(lost.entry()).forEach(tag -> none(wanted, tag)));
    for (LogEntry entry : evidence.log()) {
      feedsOf(entry).forEach(tag -> none(wanted, tag).add(entry.position()));
    }
    return wanted;
  }

  private static Stream<Tag> feedsOf(LogEntry entry) {
    return entry.tags().stream().filter(tag -> tag.text().matches("(player|room):.*"));
  }

  private static List<Position> none(Map<Tag, List<Position>> wanted, Tag tag) {
    return wanted.computeIfAbsent(tag, _ -> new ArrayList<>());
  }

  private Optional<Violation> fault(Tag tag, List<Position> wanted, long generation) {
    Content content = feeds.read(tag, ALL);
    List<Position> got =
        content.generation() == generation
            ? content.entries().stream()
                .filter(entry -> entry.queue().equals(queue))
                .map(FeedEntry::entry)
                .map(LogEntry::position)
                .toList()
            : List.of();
    return got.equals(wanted)
        ? Optional.empty()
        : Optional.of(
            Violation.of(
                Invariant.I7, "the feed " + tag.text() + " has " + got + ", not " + wanted));
  }
}
