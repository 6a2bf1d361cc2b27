package dev.pairtrail.application;

import dev.pairtrail.application.engine.Subscription;
import dev.pairtrail.domain.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The events of a feed: first those that are recorded, in order of position, then, for who waits,
 * those that come, those of each queue in the order of its log. A reader that falls behind is led
 * back to the log, so it misses nothing and sees nothing twice. For one thread; close it.
 */
public final class EventStream implements AutoCloseable {
  private final List<Feed> feeds;
  private final int batch;
  private final Supplier<Subscription> subscribe;
  private @Nullable Subscription subscription;
  private FeedCursor cursor;
  private boolean live;
  private boolean ended;

  /**
   * A stream that has not begun.
   *
   * @param feeds one for each queue
   * @param after how far it was read before
   * @param subscribe to the live entries of the feeds
   */
  EventStream(List<Feed> feeds, FeedCursor after, Supplier<Subscription> subscribe, int batch) {
    this.feeds = feeds;
    cursor = after;
    this.subscribe = subscribe;
    this.batch = batch;
  }

  /**
   * The next entries that are recorded.
   *
   * @return none only at the end of the log
   * @throws dev.pairtrail.application.StoreUnavailableException if the store does not answer
   */
  public List<FeedEvent> read() {
    feeds.forEach(Feed::resume);
    return merge();
  }

  private List<FeedEvent> merge() {
    List<FeedEvent> merged = new ArrayList<>();
    while (merged.size() < batch) {
      Feed earliest = null;
      FeedEntry first = null;
      for (Feed feed : feeds) {
        FeedEntry next = feed.peek();
        if (next != null && (first == null || first.isAfter(next))) {
          earliest = feed;
          first = next;
        }
      }
      if (earliest == null) {
        return merged;
      }
      merged.add(given(earliest.take()));
    }
    return merged;
  }

  /** With a single queue its position tells all that there is to tell. */
  private FeedEvent given(FeedEntry next) {
    Position position = next.entry().position();
    cursor = feeds.size() == 1 ? FeedCursor.after(position) : cursor.seen(next.queue(), position);
    return new FeedEvent(next.queue(), next.entry(), cursor);
  }

  /**
   * The next entries, as soon as there are some.
   *
   * @param wait how long to wait for the first
   * @return none if none came in time, or if the stream {@linkplain #hasEnded ended}
   * @throws dev.pairtrail.application.StoreUnavailableException if the store does not answer
   */
  public List<FeedEvent> next(Duration wait) throws InterruptedException {
    Subscription coming = subscription();
    if (!live) {
      List<FeedEvent> read = read();
      live = read.isEmpty();
      if (!live) {
        return read;
      }
    }
    return live(coming.next(wait));
  }

  private List<FeedEvent> live(Subscription.Batch came) {
    came.entries().forEach(entry -> feeds.forEach(feed -> feed.accept(entry)));
    live = !came.overrun();
    ended = came.ended();
    return merge();
  }

  /** Made before the log is read, so that nothing falls between the two. */
  private Subscription subscription() {
    Subscription made = subscription != null ? subscription : subscribe.get();
    subscription = made;
    return made;
  }

  /** Whether nothing will come any more because the instance stops. */
  public boolean hasEnded() {
    return ended;
  }

  @Override
  public void close() {
    if (subscription != null) {
      subscription.close();
    }
  }
}
