package dev.pairtrail.application;

import dev.pairtrail.application.engine.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The events of a feed in order of position: first those in the log, then, for who waits, those
 * that come. A reader that falls behind is led back to the log, so it misses nothing and sees
 * nothing twice. For one thread; close it.
 */
public final class EventStream implements AutoCloseable {
  private final List<Feed> feeds;
  private final int batch;
  private final Supplier<Subscription> subscribe;
  private @Nullable Subscription subscription;
  private boolean live;
  private boolean ended;

  /**
   * @param subscribe to the live entries of the feeds
   */
  EventStream(List<Feed> feeds, Supplier<Subscription> subscribe, int batch) {
    this.feeds = feeds;
    this.subscribe = subscribe;
    this.batch = batch;
  }

  /**
   * The next entries that are in the log.
   *
   * @return none only at the end of the log
   * @throws dev.pairtrail.application.StoreUnavailableException if the store does not answer
   */
  public List<FeedEntry> read() {
    feeds.forEach(Feed::resume);
    return merge();
  }

  private List<FeedEntry> merge() {
    List<FeedEntry> merged = new ArrayList<>();
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
      merged.add(earliest.take());
    }
    return merged;
  }

  /**
   * The next entries, as soon as there are some.
   *
   * @param wait how long to wait for the first
   * @return none if none came in time, or if the stream {@linkplain #hasEnded ended}
   * @throws dev.pairtrail.application.StoreUnavailableException if the store does not answer
   */
  public List<FeedEntry> next(Duration wait) throws InterruptedException {
    Subscription coming = subscription();
    if (!live) {
      List<FeedEntry> read = read();
      live = read.isEmpty();
      if (!live) {
        return read;
      }
    }
    return live(coming.next(wait));
  }

  private List<FeedEntry> live(Subscription.Batch came) {
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
