package dev.pairtrail.application;

import dev.pairtrail.application.engine.QueueRuntime;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.queue.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads events: of a queue, of a player in all queues, of a room. Thread-safe. */
public final class Events {
  private final Registry queues;
  private final int page;

  Events(Registry queues, int page) {
    this.queues = queues;
    this.page = page;
  }

  /**
   * A part of a feed.
   *
   * @param next where to read on; empty at the end of the log
   */
  public record Page(List<FeedEntry> entries, Optional<Position> next) {}

  /**
   * The first events after a position.
   *
   * @param limit most events, at least 1
   * @param wanted events that do not match are passed over
   */
  public Outcome<Page> page(
      FeedSource source, Position after, int limit, Predicate<LogEntry> wanted) {
    return open(source, after).map(stream -> page(stream, limit, wanted));
  }

  private static Page page(EventStream stream, int limit, Predicate<LogEntry> wanted) {
    List<FeedEntry> found = new ArrayList<>();
    try (stream) {
      List<FeedEntry> entries;
      do {
        entries = stream.read();
        entries.stream().filter(e -> wanted.test(e.entry())).forEach(found::add);
      } while (!entries.isEmpty() && found.size() <= limit);
    }
    boolean more = found.size() > limit;
    List<FeedEntry> first = more ? List.copyOf(found.subList(0, limit)) : found;
    return new Page(
        first, more ? Optional.of(first.getLast().entry().position()) : Optional.empty());
  }

  /** The events after a position, one after the other; close the stream. */
  public Outcome<EventStream> open(FeedSource source, Position after) {
    return switch (source) {
      case FeedSource.OfQueue(QueueName name) ->
          queues
              .find(name)
              .<Outcome<EventStream>>map(q -> stream(List.of(q), Optional.empty(), after))
              .orElseGet(() -> new Outcome.NoSuchQueue<>(name));
      case FeedSource.OfPlayer(var player) ->
          stream(List.copyOf(queues.all()), Optional.of(Tag.player(player)), after);
      case FeedSource.OfRoom(var room) ->
          queues
              .of(room)
              .<Outcome<EventStream>>map(
                  q -> stream(List.of(q), Optional.of(Tag.room(room)), after))
              .orElseGet(() -> new Outcome.Rejected<>(new Rejection.UnknownRoom(room)));
    };
  }

  private Outcome<EventStream> stream(List<QueueRuntime> from, Optional<Tag> tag, Position after) {
    List<Feed> feeds = from.stream().map(queue -> new Feed(queue, tag, after, page)).toList();
    return new Outcome.Done<>(
        new EventStream(feeds, () -> QueueRuntime.subscribe(tag, from), page));
  }
}
