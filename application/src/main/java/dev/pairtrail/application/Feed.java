package dev.pairtrail.application;

import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.LogEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One queue's part of a feed: what was derived of it, then its log from there on, cut to what
 * touches a tag. It knows how far it was read, so an entry that is offered twice comes once. For
 * one thread.
 */
final class Feed {
  private final QueueName queue;
  private final Optional<EventLog> log;
  private final Optional<Tag> tag;
  private final int page;
  private final Deque<FeedEntry> ahead = new ArrayDeque<>();
  private Position cursor;
  private boolean atEnd;

  /**
   * A part that begins with the log.
   *
   * @param log none if this instance does not serve the queue
   * @param after only entries after it
   */
  Feed(QueueName queue, Optional<EventLog> log, Optional<Tag> tag, Position after, int page) {
    this.queue = queue;
    this.log = log;
    this.tag = tag;
    this.page = page;
    cursor = after;
  }

  /**
   * Begins with what was derived.
   *
   * @param entries in the order of the log
   * @param upTo of the log, all that was derived is among them
   */
  Feed beginningWith(List<LogEntry> entries, Position upTo) {
    entries.forEach(this::accept);
    cursor = Position.later(cursor, upTo);
    return this;
  }

  /** The next entry, read from the log if need be; null at its end. */
  @Nullable FeedEntry peek() {
    while (ahead.isEmpty() && !atEnd) {
      List<LogEntry> entries = log.map(l -> l.read(cursor, page)).orElse(List.of());
      atEnd = entries.size() < page;
      entries.forEach(this::accept);
    }
    return ahead.peekFirst();
  }

  /** Takes the entry that was peeked. */
  FeedEntry take() {
    return ahead.removeFirst();
  }

  /** Lets {@link #peek} look at the log again though it had seen its end. */
  void resume() {
    atEnd = false;
  }

  /** Takes in an entry that follows; one that was seen or does not belong here is passed over. */
  private void accept(LogEntry entry) {
    if (entry.position().isAfter(cursor)) {
      cursor = entry.position();
      if (tag.isEmpty() || entry.tags().contains(tag.get())) {
        ahead.addLast(new FeedEntry(queue, entry));
      }
    }
  }

  /** Takes in a live entry, if it is of this queue. */
  void accept(FeedEntry entry) {
    if (entry.queue().equals(queue)) {
      accept(entry.entry());
    }
  }
}
