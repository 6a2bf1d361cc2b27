package dev.pairtrail.adapters.redis;

import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.event.LogEntry;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What one run of the script adds to some feeds, each entry told once. For one thread. */
final class FeedScript {
  /** Longer it would hold up the server for more than a millisecond or two. */
  private static final int MOST_FEEDS = 64;

  private static final int MOST_ENTRIES = 256;

  private final FeedKeys keys;
  private final List<Tag> feeds = new ArrayList<>();
  private final IdentityHashMap<LogEntry, Integer> numbers = new IdentityHashMap<>();
  private final List<String> entryArguments = new ArrayList<>();
  private final List<String> feedArguments = new ArrayList<>();

  FeedScript(FeedKeys keys) {
    this.keys = keys;
  }

  boolean isFull() {
    return feeds.size() >= MOST_FEEDS || numbers.size() >= MOST_ENTRIES;
  }

  /** The feeds in the order of the answers. */
  List<Tag> feeds() {
    return feeds;
  }

  void add(Tag feed, List<LogEntry> entries) {
    feeds.add(feed);
    feedArguments.add(Integer.toString(entries.size()));
    for (LogEntry entry : entries) {
      feedArguments.add(Integer.toString(numberOf(entry)));
    }
  }

  private int numberOf(LogEntry entry) {
    Integer known = numbers.get(entry);
    if (known != null) {
      return known;
    }
    entryArguments.addAll(EntryArguments.of(entry));
    numbers.put(entry, numbers.size() + 1);
    return numbers.size();
  }

  /**
   * Sends it without waiting for the answers, which are one for each feed.
   *
   * @param common the arguments before those of the entries
   */
  CompletionStage<List<Object>> send(
      RedisClusterAsyncCommands<String, String> redis, List<String> common) {
    List<String> arguments = new ArrayList<>(common);
    arguments.add(Integer.toString(numbers.size()));
    arguments.addAll(entryArguments);
    arguments.addAll(feedArguments);
    List<String> own = new ArrayList<>(2 * feeds.size());
    feeds.forEach(feed -> own.addAll(List.of(keys.of(feed))));
    return Script.FEED.send(redis, own.toArray(String[]::new), arguments.toArray(String[]::new));
  }
}
