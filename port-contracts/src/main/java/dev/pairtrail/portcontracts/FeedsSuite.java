package dev.pairtrail.portcontracts;

import dev.pairtrail.application.FeedEntry;
import dev.pairtrail.application.port.Feeds;
import dev.pairtrail.application.port.Feeds.Kept;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.Event;
import dev.pairtrail.domain.event.EventTags;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.event.NewEvent;
import dev.pairtrail.domain.event.RecordedEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the suites of derived feeds share. */
abstract class FeedsSuite extends StoreSuite {
  static final long MILLIS = 1_795_326_928_712L;
  static final int ALL = 10_000;
  static final Kept KEPT = new Kept(Duration.ofHours(1), 1_000);

  final Feeds feeds() {
    return underTest().store().feeds();
  }

  /** Begins the first generation, which has this number. */
  final long begin(long generation) {
    feeds().begin(0, generation, Position.START);
    return generation;
  }

  static Tag player(int number) {
    return Tag.player(new PlayerId("player-" + number));
  }

  /** As an entry stands in a log: revision and position follow from the number. */
  static RecordedEvent entry(int number, Event event) {
    return entry(new Position(MILLIS, number), number, event);
  }

  static RecordedEvent entry(Position position, long revision, Event event) {
    NewEvent written = Samples.newEvent(event);
    return new RecordedEvent(
        position, revision, EventTags.of(event), Optional.of(written.metadata()), event);
  }

  /** Entries 1 to so many, of one player each. */
  static List<LogEntry> entriesOf(int player, int count) {
    return IntStream.rangeClosed(1, count)
        .<LogEntry>mapToObj(i -> entry(i, Samples.enqueued(player)))
        .toList();
  }

  final List<LogEntry> of(Tag feed, QueueName queue) {
    return feeds().read(feed, ALL).entries().stream()
        .filter(entry -> entry.queue().equals(queue))
        .map(FeedEntry::entry)
        .toList();
  }

  final List<LogEntry> of(Tag feed) {
    return of(feed, QUEUE);
  }
}
