package dev.pairtrail.application;

import dev.pairtrail.application.DerivedFeeds.Past;
import dev.pairtrail.application.engine.QueueRuntime;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.LogEntry;
import dev.pairtrail.domain.queue.Rejection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads events: of a queue, of a player in all queues, of a room. Thread-safe. */
public final class Events {
  private final Registry queues;
  private final DerivedFeeds derived;
  private final int page;

  Events(Registry queues, DerivedFeeds derived, int page) {
    this.queues = queues;
    this.derived = derived;
    this.page = page;
  }

  /**
   * A part of a feed.
   *
   * @param next where to read on; empty at the end
   */
  public record Page(List<FeedEvent> events, Optional<FeedCursor> next) {}

  /**
   * The first events after what was read before.
   *
   * @param limit most events, at least 1
   * @param wanted events that do not match are passed over
   */
  public Outcome<Page> page(
      FeedSource source, FeedCursor after, int limit, Predicate<LogEntry> wanted) {
    return open(source, after).map(stream -> page(stream, limit, wanted));
  }

  private static Page page(EventStream stream, int limit, Predicate<LogEntry> wanted) {
    List<FeedEvent> found = new ArrayList<>();
    try (stream) {
      List<FeedEvent> events;
      do {
        events = stream.read();
        events.stream().filter(e -> wanted.test(e.entry())).forEach(found::add);
      } while (!events.isEmpty() && found.size() <= limit);
    }
    boolean more = found.size() > limit;
    List<FeedEvent> first = more ? List.copyOf(found.subList(0, limit)) : found;
    return new Page(first, more ? Optional.of(first.getLast().cursor()) : Optional.empty());
  }

  /** The events after what was read before, one after the other; close the stream. */
  public Outcome<EventStream> open(FeedSource source, FeedCursor after) {
    return switch (source) {
      case FeedSource.OfQueue(QueueName name) ->
          queues
              .find(name)
              .<Outcome<EventStream>>map(queue -> ofLog(queue, after))
              .orElseGet(() -> new Outcome.NoSuchQueue<>(name));
      case FeedSource.OfPlayer(var player) -> {
        Tag tag = Tag.player(player);
        yield ofTag(queues.all(), tag, derived.of(tag), after);
      }
      case FeedSource.OfRoom(var room) -> {
        Tag tag = Tag.room(room);
        Past past = derived.of(tag);
        yield queues
            .of(room)
            .or(() -> past.entries().keySet().stream().findFirst().flatMap(queues::find))
            .map(queue -> ofTag(List.of(queue), tag, past, after))
            .orElseGet(() -> new Outcome.Rejected<>(new Rejection.UnknownRoom(room)));
      }
    };
  }

  private Outcome<EventStream> ofLog(QueueRuntime queue, FeedCursor after) {
    Feed feed =
        new Feed(
            queue.name(), Optional.of(queue.log()), Optional.empty(), after.of(queue.name()), page);
    return stream(List.of(feed), after, Optional.empty(), List.of(queue));
  }

  /** What was derived, also from queues that are no longer served here, then what came since. */
  private Outcome<EventStream> ofTag(
      Collection<QueueRuntime> from, Tag tag, Past past, FeedCursor after) {
    Set<QueueName> served = from.stream().map(QueueRuntime::name).collect(Collectors.toSet());
    List<Feed> feeds = new ArrayList<>();
    from.forEach(queue -> feeds.add(feed(queue.name(), Optional.of(queue), tag, past, after)));
    past.entries().keySet().stream()
        .filter(name -> !served.contains(name))
        .sorted()
        .forEach(name -> feeds.add(feed(name, Optional.empty(), tag, past, after)));
    return stream(feeds, after, Optional.of(tag), List.copyOf(from));
  }

  private Feed feed(
      QueueName name, Optional<QueueRuntime> queue, Tag tag, Past past, FeedCursor after) {
    return new Feed(name, queue.map(QueueRuntime::log), Optional.of(tag), after.of(name), page)
        .beginningWith(past.of(name), past.upTo(name));
  }

  private Outcome<EventStream> stream(
      List<Feed> feeds, FeedCursor after, Optional<Tag> tag, List<QueueRuntime> from) {
    return new Outcome.Done<>(
        new EventStream(feeds, after, () -> QueueRuntime.subscribe(tag, from), page));
  }
}
