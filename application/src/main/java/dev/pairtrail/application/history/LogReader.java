package dev.pairtrail.application.history;

import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.port.EventLog;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.event.LogEntry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Reads a part of a log page by page, on a thread of its own that keeps a few pages ahead of who
 * takes them. To be taken by one thread; close it.
 */
public final class LogReader implements AutoCloseable {
  private static final int PAGES_AHEAD = 4;

  private final EventLog log;
  private final Position to;
  private final int size;
  private final BlockingQueue<Page> pages = new ArrayBlockingQueue<>(PAGES_AHEAD);
  private final Thread thread;
  private boolean ended;

  /** Entries, or why there are none; none at all at the end. */
  private record Page(List<LogEntry> entries, Optional<RuntimeException> failure) {}

  LogReader(EventLog log, Position after, Position to, int size) {
    this.log = log;
    this.to = to;
    this.size = size;
    thread = Thread.ofVirtual().name("log-reader").unstarted(() -> readAll(after));
    thread.start();
  }

  /**
   * The next entries; none at the end, and ever after.
   *
   * @throws StoreUnavailableException if the store does not answer, or nobody waits any more
   */
  public List<LogEntry> next() {
    if (ended) {
      return List.of();
    }
    Page page = take();
    ended = page.entries().isEmpty();
    page.failure()
        .ifPresent(failure -> {
          throw failure;
        });
    return page.entries();
  }

  private Page take() {
    try {
      return pages.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException("interrupted while the log was read", e);
    }
  }

  private void readAll(Position after) {
    try {
      Position cursor = after;
      Page page;
      do {
        page = read(cursor);
        pages.put(page);
        cursor = page.entries().isEmpty() ? cursor : page.entries().getLast().position();
      } while (!page.entries().isEmpty());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // Closed: nobody takes what would come.
    }
  }

  private Page read(Position after) {
    try {
      List<LogEntry> entries = log.read(after, size);
      boolean all = entries.isEmpty() || !entries.getLast().position().isAfter(to);
      return new Page(all ? entries : upTo(entries), Optional.empty());
    } catch (RuntimeException e) {
      return new Page(List.of(), Optional.of(e));
    }
  }

  private List<LogEntry> upTo(List<LogEntry> entries) {
    return entries.stream().takeWhile(entry -> !entry.position().isAfter(to)).toList();
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
